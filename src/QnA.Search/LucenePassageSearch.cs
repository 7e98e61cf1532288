using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QnA.Core.Articles;
using QnA.Core.Embeddings;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Search.Index;
using QnA.Search.Ranking;
using QnA.Search.Retrieval;
using QnA.Search.Vectors;

namespace QnA.Search;

/// <summary>Finds passages in a Lucene index, by words and where vectors are kept also by meaning, and ranks their sentences.</summary>
public sealed class LucenePassageSearch : IPassageSearch
{
    /// <summary>How many passages lend their sentences.</summary>
    internal const int CandidatePassages = 12;

    private readonly LuceneArticleStore _store;
    private readonly PassageFinder _finder;
    private readonly SentenceRanker _ranker;
    private readonly Confidence _confidence = Confidence.LoadShipped();
    private readonly SimilaritySearch _similarity;

    /// <summary>Creates a search over a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="embedder">Makes vectors of questions; <see langword="null"/> to search by words alone.</param>
    /// <param name="logger">The log; <see langword="null"/> for none.</param>
    public LucenePassageSearch(LuceneArticleStore store, ITextEmbedder? embedder = null, ILogger<LucenePassageSearch>? logger = null)
        : this(store, RankingNetwork.LoadShipped(), embedder, logger)
    {
    }

    /// <summary>Creates a search that ranks by other weights than the shipped ones.</summary>
    internal LucenePassageSearch(
        LuceneArticleStore store, RankingNetwork network, ITextEmbedder? embedder = null, ILogger<LucenePassageSearch>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _finder = new PassageFinder(store.Languages);
        _ranker = new SentenceRanker(network);
        _similarity = new SimilaritySearch(embedder, logger ?? NullLogger<LucenePassageSearch>.Instance);
    }

    /// <inheritdoc/>
    public async ValueTask<SearchResult> SearchAsync(StandaloneQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        cancellationToken.ThrowIfCancellationRequested();
        var vector = await _similarity.EmbedAsync(question.Text, cancellationToken).ConfigureAwait(false);
        using var lease = _store.Acquire();
        return lease is null ? Nothing : IndexErrors.Explain("read", _store.Path, () => Search(lease.Searcher, question, vector));
    }

    private static SearchResult Nothing => new() { Passages = [], Sentences = [], Confidence = 0 };

    private SearchResult Search(PassageSearcher searcher, StandaloneQuestion question, ReadOnlyMemory<float> vector)
    {
        var terms = QuestionTerms.Of(question.Text, _store.Languages, searcher);
        var similar = terms.HasContent ? _similarity.Find(searcher, vector) : SimilarPassages.None;
        var passages = terms.HasContent ? _finder.Find(searcher, terms, question.Context, similar, CandidatePassages) : [];
        var ranked = _ranker.Rank(terms, passages);
        var (sentences, confidence) = similar.Weigh(passages, ranked, _confidence.Of(terms, passages, ranked));
        return new SearchResult
        {
            Passages = [.. passages.Select(ToRetrieved)],
            Sentences = [.. sentences.Select(r => new RankedSentence(r.Sentence.Article.Article, r.Sentence.Span, r.Probability))],
            Confidence = confidence,
            MissingWords = terms.MissingWords,
            HasContentWords = terms.HasContent,
            ArticleCount = searcher.Statistics.Articles,
        };
    }

    private static RetrievedPassage ToRetrieved(FoundPassage found)
    {
        var article = found.Article.Article;
        var span = new TextSpan(found.Sentences[0].Start, found.Sentences[^1].End);
        return new RetrievedPassage(article, new Passage(article.Id, span, found.Sentences), found.Order);
    }
}
