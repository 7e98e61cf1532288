using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Embeddings;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Search.Duplicates;
using QnA.Search.Index;
using QnA.Search.Questions;
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
    private readonly IOptionsMonitor<AnswerOptions>? _options;
    private readonly IArticleAccess? _access;
    private readonly ScopeCache _scopes = new();

    /// <summary>Creates a search over a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="embedder">Makes vectors of questions; <see langword="null"/> to search by words alone.</param>
    /// <param name="logger">The log; <see langword="null"/> for none.</param>
    /// <param name="options">Say whether newer articles go first; <see langword="null"/> for the defaults.</param>
    /// <param name="access">Knows what the reader of a question may see; <see langword="null"/> where everyone may see everything.</param>
    public LucenePassageSearch(
        LuceneArticleStore store,
        ITextEmbedder? embedder = null,
        ILogger<LucenePassageSearch>? logger = null,
        IOptionsMonitor<AnswerOptions>? options = null,
        IArticleAccess? access = null)
        : this(store, RankingModel.LoadShipped(), embedder, logger, options, access)
    {
    }

    /// <summary>Creates a search that ranks by other weights than the shipped ones.</summary>
    internal LucenePassageSearch(
        LuceneArticleStore store,
        RankingModel model,
        ITextEmbedder? embedder = null,
        ILogger<LucenePassageSearch>? logger = null,
        IOptionsMonitor<AnswerOptions>? options = null,
        IArticleAccess? access = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _options = options;
        _access = access;
        _finder = new PassageFinder(store.Languages);
        _ranker = new SentenceRanker(model);
        _similarity = new SimilaritySearch(embedder, logger ?? NullLogger<LucenePassageSearch>.Instance);
    }

    /// <inheritdoc/>
    public async ValueTask<SearchResult> SearchAsync(StandaloneQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        cancellationToken.ThrowIfCancellationRequested();
        var visibility = _access is null ? ArticleVisibility.Everything : await _access.OfAsync(question.Reader, cancellationToken).ConfigureAwait(false);
        var vector = await _similarity.EmbedAsync(question.Text, cancellationToken).ConfigureAwait(false);
        using var lease = _store.Acquire();
        return lease is null ? Nothing : IndexErrors.Explain("read", _store.Path, () => Search(lease.Searcher, question, visibility, vector));
    }

    private static SearchResult Nothing => new() { Passages = [], Sentences = [], Confidence = 0 };

    private SearchResult Search(PassageSearcher searcher, StandaloneQuestion question, ArticleVisibility visibility, ReadOnlyMemory<float> vector)
    {
        var scope = _scopes.Get(question.Filter, visibility);
        using var states = new TermStates(searcher);
        var terms = QuestionTerms.Of(question.Text, _store.Languages, searcher, scope, states);
        var similar = terms.HasContent ? _similarity.Find(searcher, vector, scope) : SimilarPassages.None;
        var whole = Find(searcher, terms, question.Context, similar, scope);
        List<(string Text, Finding Found)> parts = [.. PartsOf(terms, whole).Select(part => (part, FindPart(searcher, part, question, similar, scope, states)))];
        var passages = parts.Count == 0 ? whole.Passages : OneOfEach([whole, .. parts.Select(part => part.Found)]);
        var copies = CopyFinder.Find(searcher, passages, scope);
        var superseded = Corrections.FindSuperseded(passages.Select(passage => passage.Article.Article), copies);
        return new SearchResult
        {
            Passages = [.. passages.Select(ToRetrieved).Where(passage => !superseded.Contains(passage.Article.Id))],
            Sentences = SentencesOf(whole, superseded, copies),
            Parts = [.. parts.Select(part => new QuestionPart(part.Text, SentencesOf(part.Found, superseded, copies), part.Found.Confidence))],
            Copies = copies,
            Confidence = parts.Count == 0 ? whole.Confidence : Math.Max(whole.Confidence, parts.Min(part => part.Found.Confidence)),
            MissingWords = terms.MissingWords,
            HasContentWords = terms.HasContent,
            ArticleCount = CountIn(scope, searcher),
            UnfilteredCount = CountIn(_scopes.Get(ArticleFilter.None, visibility), searcher),
            Visibility = visibility,
        };
    }

    // Where one sentence speaks of all that is compared, it answers better than one for each.
    private IReadOnlyList<string> PartsOf(QuestionTerms terms, Finding whole)
    {
        var parts = terms.PartTexts;
        if (parts.Count > 0 || Comparison.Of(terms.Text, terms.Language) is not { } comparison)
        {
            return parts;
        }

        var analysis = _store.Languages.Get(terms.Language);
        var compared = comparison.Things.Aggregate(0UL, (all, thing) => all | terms.TermsIn(thing, analysis)) & terms.Content;
        return whole.Sentences is [var best, ..] && (best.Sentence.Terms & compared) == compared ? [] : comparison.Parts;
    }

    private Finding Find(PassageSearcher searcher, QuestionTerms terms, string context, SimilarPassages similar, ArticleScope? scope)
    {
        var passages = terms.HasContent ? _finder.Find(searcher, terms, context, similar, CandidatePassages, scope) : [];
        var ranked = _ranker.Rank(terms, passages);
        var (sentences, confidence) = similar.Weigh(passages, ranked, _confidence.Of(terms, passages, ranked));
        return new Finding(passages, sentences, confidence);
    }

    // The other parts may name what this one only points to, so their words help to find its passages.
    private Finding FindPart(
        PassageSearcher searcher, string part, StandaloneQuestion question, SimilarPassages similar, ArticleScope? scope, TermStates states) =>
        Find(searcher, QuestionTerms.Of(part, _store.Languages, searcher, scope, states), $"{question.Text} {question.Context}", similar, scope);

    private static List<FoundPassage> OneOfEach(IReadOnlyList<Finding> findings)
    {
        var longest = findings.Max(found => found.Passages.Count);
        return
        [
            .. Enumerable.Range(0, longest)
                .SelectMany(i => findings.Where(found => i < found.Passages.Count).Select(found => found.Passages[i]))
                .DistinctBy(passage => passage.Document)
                .Take(CandidatePassages),
        ];
    }

    private IReadOnlyList<RankedSentence> SentencesOf(Finding found, IReadOnlySet<string> superseded, ArticleCopies copies) =>
        CopiedSentences.LeaveOut(
            InOrder(found.Sentences.Select(r => new RankedSentence(r.Sentence.Article.Article, r.Sentence.Span, r.Probability))
                .Where(sentence => !superseded.Contains(sentence.Article.Id))),
            copies);

    private IReadOnlyList<RankedSentence> InOrder(IEnumerable<RankedSentence> ranked)
    {
        RankedSentence[] sentences = [.. ranked];
        return _options?.CurrentValue.PreferRecent == true ? RecentFirst.Order(sentences) : sentences;
    }

    private static int CountIn(ArticleScope? scope, PassageSearcher searcher) =>
        (scope?.Summarize(searcher).Statistics ?? searcher.Statistics).Articles;

    private static RetrievedPassage ToRetrieved(FoundPassage found)
    {
        var article = found.Article.Article;
        var span = new TextSpan(found.Sentences[0].Start, found.Sentences[^1].End);
        return new RetrievedPassage(article, new Passage(article.Id, span, found.Sentences), found.Order);
    }

    private sealed record Finding(IReadOnlyList<FoundPassage> Passages, IReadOnlyList<RankedCandidate> Sentences, double Confidence);
}
