using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Search.Analysis;
using QnA.Search.Index;
using QnA.Search.Ranking;
using LuceneTerm = Lucene.Net.Index.Term;

namespace QnA.Search;

/// <summary>Finds passages in a Lucene index and ranks their sentences.</summary>
public sealed class LucenePassageSearch : IPassageSearch
{
    // Ten passages are recorded with an answer; two more only lend their sentences.
    private const int CandidatePassages = 12;

    private const float TitleBoost = 0.5f;

    // Words of the question before help to stay on the subject without outweighing what is asked now.
    private const float ContextBoost = 0.3f;

    // More than any question needs; what is longer is a pasted document, and its first words say what it is about.
    private const int MaxTerms = 256;

    private readonly LuceneArticleStore _store;
    private readonly TermExtractor _extractor;
    private readonly SentenceRanker _ranker;

    /// <summary>Creates a search over a store.</summary>
    /// <param name="store">The store.</param>
    public LucenePassageSearch(LuceneArticleStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _extractor = new TermExtractor(store.Analyzer);
        _ranker = new SentenceRanker(_extractor);
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
        var terms = QuestionTerms.Of(question.Text, _extractor, searcher);
        var passages = terms.HasContent ? FindPassages(searcher, terms, question.Context) : [];
        var ranking = _ranker.Rank(question.Text, terms, passages);
        return new SearchResult
        {
            Passages = passages,
            Sentences = ranking.Sentences,
            Confidence = Confidence.Of(terms, ranking),
            MissingWords = terms.MissingWords,
            HasContentWords = terms.HasContent,
            ArticleCount = searcher.Statistics.Articles,
        };
    }

    private List<RetrievedPassage> FindPassages(PassageSearcher searcher, QuestionTerms terms, string context)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var term in terms.Terms.Where(t => t.Frequency > 0).Take(MaxTerms))
        {
            Add(query, term.Text, (float)term.Weight);
        }

        foreach (var term in _extractor.Extract(context).Select(t => t.Text).Distinct(StringComparer.Ordinal).Take(MaxTerms))
        {
            if (!terms.Indexes.ContainsKey(term) && !FunctionWords.Contains(term))
            {
                Add(query, term, ContextBoost);
            }
        }

        var found = searcher.Search(query, CandidatePassages).ScoreDocs;
        var articles = new Dictionary<int, Article>();
        return [.. found.Select(hit => Read(searcher, hit, articles))];
    }

    private static void Add(BooleanQuery query, string term, float boost)
    {
        query.Add(new TermQuery(new LuceneTerm(IndexFields.Text, term)) { Boost = boost }, Occur.SHOULD);
        query.Add(new TermQuery(new LuceneTerm(IndexFields.Title, term)) { Boost = boost * TitleBoost }, Occur.SHOULD);
    }

    private static RetrievedPassage Read(PassageSearcher searcher, ScoreDoc hit, Dictionary<int, Article> articles)
    {
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(hit.Doc, leaves)];
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(IndexFields.Passage).Get(hit.Doc - leaf.DocBase, bytes);
        var (documentsToArticle, sentences) = PassageCodec.Decode(bytes);
        var document = hit.Doc + documentsToArticle;
        if (!articles.TryGetValue(document, out var article))
        {
            article = ArticleCodec.Read(searcher.Doc(document));
            articles.Add(document, article);
        }

        var passage = new Passage(article.Id, new TextSpan(sentences[0].Start, sentences[^1].End), sentences);
        return new RetrievedPassage(article, passage, hit.Score);
    }
}
