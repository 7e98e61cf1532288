using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Search.Index;
using QnA.Search.Ranking;
using QnA.Search.Retrieval;

namespace QnA.Search;

/// <summary>Finds passages in a Lucene index and ranks their sentences.</summary>
public sealed class LucenePassageSearch : IPassageSearch
{
    /// <summary>How many passages lend their sentences.</summary>
    internal const int CandidatePassages = 12;

    private readonly LuceneArticleStore _store;
    private readonly PassageFinder _finder;
    private readonly SentenceRanker _ranker;

    /// <summary>Creates a search over a store.</summary>
    /// <param name="store">The store.</param>
    public LucenePassageSearch(LuceneArticleStore store)
        : this(store, RankingNetwork.LoadShipped())
    {
    }

    /// <summary>Creates a search that ranks by other weights than the shipped ones.</summary>
    internal LucenePassageSearch(LuceneArticleStore store, RankingNetwork network)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _finder = new PassageFinder(store.Languages);
        _ranker = new SentenceRanker(network);
    }

    /// <inheritdoc/>
    public ValueTask<SearchResult> SearchAsync(StandaloneQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = _store.Acquire();
        return ValueTask.FromResult(lease is null ? Nothing : IndexErrors.Explain("read", _store.Path, () => Search(lease.Searcher, question)));
    }

    private static SearchResult Nothing => new() { Passages = [], Sentences = [], Confidence = 0 };

    private SearchResult Search(PassageSearcher searcher, StandaloneQuestion question)
    {
        var terms = QuestionTerms.Of(question.Text, _store.Languages, searcher);
        var passages = terms.HasContent ? _finder.Find(searcher, terms, question.Context, CandidatePassages) : [];
        var ranked = _ranker.Rank(terms, passages);
        return new SearchResult
        {
            Passages = [.. passages.Select(ToRetrieved)],
            Sentences = [.. ranked.Select(r => new RankedSentence(r.Sentence.Article.Article, r.Sentence.Span, r.Probability))],
            Confidence = Confidence.Of(terms, ranked),
            MissingWords = terms.MissingWords,
            HasContentWords = terms.HasContent,
            ArticleCount = searcher.Statistics.Articles,
        };
    }

    private static RetrievedPassage ToRetrieved(FoundPassage found)
    {
        var article = found.Article.Article;
        var span = new TextSpan(found.Sentences[0].Start, found.Sentences[^1].End);
        return new RetrievedPassage(article, new Passage(article.Id, span, found.Sentences), found.Score);
    }
}
