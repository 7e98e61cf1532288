using Microsoft.Extensions.Options;
using QnA.Answering.Copies;
using QnA.Answering.Questions;
using QnA.Answering.Ranking;
using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Text;

namespace QnA.Answering.Retrieval;

/// <summary>Searches an index: ranks the sentences of the passages that it finds, for the question and each of its parts, and says how sure it is.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class PassageSearch : IPassageSearch
{
    /// <summary>How many passages lend their sentences.</summary>
    internal const int CandidatePassages = 12;

    // From here on the words are clear enough: most of what is asked is said in one place.
    private const double CarriedByWords = 0.5;

    private readonly IPassageIndex _index;
    private readonly SentenceRanker _ranker;
    private readonly Confidence _confidence = Confidence.LoadShipped();
    private readonly IOptionsMonitor<AnswerOptions>? _options;
    private readonly IArticleAccess? _access;

    /// <summary>Creates a search.</summary>
    /// <param name="index">The index.</param>
    /// <param name="options">Say whether newer articles go first; <see langword="null"/> for the defaults.</param>
    /// <param name="access">Knows what the reader of a question may see; <see langword="null"/> where everyone may see everything.</param>
    public PassageSearch(IPassageIndex index, IOptionsMonitor<AnswerOptions>? options = null, IArticleAccess? access = null)
        : this(index, RankingModel.LoadShipped(), options, access)
    {
    }

    /// <summary>Creates a search that ranks by other weights than the shipped ones.</summary>
    internal PassageSearch(IPassageIndex index, RankingModel model, IOptionsMonitor<AnswerOptions>? options = null, IArticleAccess? access = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        _index = index;
        _options = options;
        _access = access;
        _ranker = new SentenceRanker(model);
    }

    /// <inheritdoc/>
    public async ValueTask<SearchResult> SearchAsync(StandaloneQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        cancellationToken.ThrowIfCancellationRequested();
        var visibility = _access is null ? ArticleVisibility.Everything : await _access.OfAsync(question.Reader, cancellationToken).ConfigureAwait(false);
        var view = await _index.OpenAsync(question, visibility, cancellationToken).ConfigureAwait(false);
        if (view is null)
        {
            return new SearchResult { Passages = [], Sentences = [], Confidence = 0 };
        }

        await using (view.ConfigureAwait(false))
        {
            return await SearchAsync(view, question, visibility, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Finds the passages that may answer a question; none where it has no word that says what it is about.</summary>
    internal static ValueTask<Candidates> FindAsync(
        IPassageView view, QuestionTerms terms, string context, int count, CancellationToken cancellationToken) =>
        terms.HasContent ? view.FindAsync(terms.ToQuery(context), count, cancellationToken) : ValueTask.FromResult(Candidates.None);

    private async ValueTask<SearchResult> SearchAsync(
        IPassageView view, StandaloneQuestion question, ArticleVisibility visibility, CancellationToken cancellationToken)
    {
        var terms = await QuestionTerms.OfAsync(question.Text, _index.Analyses, view, cancellationToken).ConfigureAwait(false);
        var whole = await FindAsync(view, terms, question.Context, cancellationToken).ConfigureAwait(false);
        var parts = new List<(string Text, Finding Found)>();
        foreach (var part in PartsOf(terms, whole))
        {
            // The other parts may name what this one only points to, so their words help to find its passages.
            var termsOfPart = await QuestionTerms.OfAsync(part, _index.Analyses, view, cancellationToken).ConfigureAwait(false);
            parts.Add((part, await FindAsync(view, termsOfPart, $"{question.Text} {question.Context}", cancellationToken).ConfigureAwait(false)));
        }

        var passages = parts.Count == 0 ? whole.Passages : OneOfEach([whole, .. parts.Select(part => part.Found)]);
        var copies = await view.FindCopiesAsync(passages, cancellationToken).ConfigureAwait(false);
        var superseded = Corrections.FindSuperseded(passages.Select(passage => passage.Article.Article), copies);
        var (filtered, all) = await view.CountArticlesAsync(cancellationToken).ConfigureAwait(false);
        return new SearchResult
        {
            Passages = [.. passages.Select(ToRetrieved).Where(passage => !superseded.Contains(passage.Article.Id))],
            Sentences = SentencesOf(whole, superseded, copies),
            Parts = [.. parts.Select(part => new QuestionPart(part.Text, SentencesOf(part.Found, superseded, copies), part.Found.Confidence))],
            Copies = copies,
            Confidence = parts.Count == 0 ? whole.Confidence : Math.Max(whole.Confidence, parts.Min(part => part.Found.Confidence)),
            MissingWords = terms.MissingWords,
            HasContentWords = terms.HasContent,
            ArticleCount = filtered,
            UnfilteredCount = all,
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

        var analysis = _index.Analyses.Get(terms.Language);
        var compared = comparison.Things.Aggregate(0UL, (all, thing) => all | terms.TermsIn(thing, analysis)) & terms.Content;
        return whole.Sentences is [var best, ..] && (best.Sentence.Terms & compared) == compared ? [] : comparison.Parts;
    }

    private async ValueTask<Finding> FindAsync(IPassageView view, QuestionTerms terms, string context, CancellationToken cancellationToken)
    {
        var found = await FindAsync(view, terms, context, CandidatePassages, cancellationToken).ConfigureAwait(false);
        var ranked = _ranker.Rank(terms, found.Passages);
        var confidence = _confidence.Of(terms, found.Passages, ranked);

        // Where the words do not carry the question, the meaning may: then the sentences of the nearest passage come first, in their order.
        return found.Nearest is { } nearest && confidence < CarriedByWords && found.Nearness > confidence
            ? new Finding(
                found.Passages,
                [.. ranked.OrderByDescending(r => ReferenceEquals(r.Sentence.Article, nearest.Article) && nearest.Sentences.Contains(r.Sentence.Span))],
                found.Nearness)
            : new Finding(found.Passages, ranked, confidence);
    }

    private static List<CandidatePassage> OneOfEach(IReadOnlyList<Finding> findings)
    {
        var longest = findings.Max(found => found.Passages.Count);
        return
        [
            .. Enumerable.Range(0, longest)
                .SelectMany(i => findings.Where(found => i < found.Passages.Count).Select(found => found.Passages[i]))
                .DistinctBy(passage => passage.Number)
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

    private static RetrievedPassage ToRetrieved(CandidatePassage found)
    {
        var article = found.Article.Article;
        var span = new TextSpan(found.Sentences[0].Start, found.Sentences[^1].End);
        return new RetrievedPassage(article, new Passage(article.Id, span, found.Sentences), found.Order);
    }

    private sealed record Finding(IReadOnlyList<CandidatePassage> Passages, IReadOnlyList<RankedCandidate> Sentences, double Confidence);
}
