using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Search;
using QnA.Search.Extractive;
using QnA.Search.Ranking;
using QnA.Search.Retrieval;
using QnA.Search.Vectors;

namespace QnA.Training.Data;

/// <summary>Asks the questions of a set and lets one stage after the other be perfect, which shows what each of them loses.</summary>
/// <param name="maximum">How many questions of a set at most, taken evenly.</param>
internal sealed class StageReader(int maximum)
{
    // More than any article of a set has: then every sentence of it is a candidate.
    private const int AllPassages = 2000;

    private readonly SentenceRanker _ranker = new(RankingModel.LoadShipped());
    private readonly LastQuestionRewriter _rewriter = new();
    private readonly AnswerOptions _options = new();

    /// <summary>Reads the figures of a set.</summary>
    public async Task<StageScore> ReadAsync(QuestionSet set, CancellationToken cancellationToken)
    {
        // The source is what a search can be limited by.
        using var index = await SetIndex.CreateAsync(set.Articles.Select(WithSource), cancellationToken).ConfigureAwait(false);
        using var lease = index.Store.Acquire() ?? throw new InvalidOperationException($"The set {set.Name} has no articles.");
        var finder = new PassageFinder(index.Store.Languages);
        var score = new StageScore(set.Name);
        foreach (var question in Evenly.Take([.. set.Questions.Where(q => q.IsAnswerable && q.Gold.Count > 0)], maximum))
        {
            var standalone = await _rewriter.RewriteAsync(question.Question, cancellationToken).ConfigureAwait(false);
            var terms = QuestionTerms.Of(standalone.Text, index.Store.Languages, lease.Searcher);
            score = score.Plus(Look(question, terms, Find));

            List<FoundPassage> Find(int count, ArticleScope? scope) =>
                terms.HasContent ? finder.Find(lease.Searcher, terms, standalone.Context, SimilarPassages.None, count, scope) : [];
        }

        return score;
    }

    private StageScore Look(GoldQuestion question, QuestionTerms terms, Func<int, ArticleScope?, List<FoundPassage>> find)
    {
        var scope = new ArticleScope(
            new ArticleFilter { Sources = [.. question.Gold.Select(gold => gold.ArticleId)] }, ArticleVisibility.Everything);
        var found = find(LucenePassageSearch.CandidatePassages, null);
        var whole = find(AllPassages, scope);
        var ranked = _ranker.Rank(terms, found);
        return new StageScore("")
        {
            Questions = 1,
            Found = Quote(question, ranked),
            ArticleKnown = Quote(question, _ranker.Rank(terms, find(LucenePassageSearch.CandidatePassages, scope))),
            PassageKnown = Quote(question, _ranker.Rank(terms, [.. whole.Where(passage => Holds(question, passage)).Take(1)])),
            Candidate = Has(question, found) ? 1 : 0,
            Sentence = Has(question, whole) ? 1 : 0,
        };
    }

    private Places Quote(GoldQuestion question, IReadOnlyList<RankedCandidate> ranked)
    {
        var result = new SearchResult
        {
            Passages = [],
            Sentences = [.. ranked.Select(r => new RankedSentence(r.Sentence.Article.Article, r.Sentence.Span, r.Probability))],
            Confidence = 1,
        };
        var at = QuoteChooser.Choose(result, _options).FindIndex(quote => question.IsAnsweredBy(quote.Article.Id, quote.Span));
        return new Places(at == 0 ? 1 : 0, at is >= 0 and < 3 ? 1 : 0);
    }

    private static bool Holds(GoldQuestion question, FoundPassage passage) =>
        passage.Sentences.Any(span => question.IsAnsweredBy(passage.Article.Article.Id, span));

    private static bool Has(GoldQuestion question, List<FoundPassage> passages) => passages.Exists(passage => Holds(question, passage));

    private static Article WithSource(Article article) =>
        new(article.Id, article.Text.Value) { Title = article.Title, Language = article.Language, Source = article.Id };
}

/// <summary>How many questions have their answer in the first quote, and in one of the first three.</summary>
internal readonly record struct Places(int First, int Third)
{
    /// <summary>Adds up.</summary>
    public static Places operator +(Places one, Places other) => new(one.First + other.First, one.Third + other.Third);
}

/// <summary>What the stages of answering reach on a set where those before them are perfect; numbers of questions.</summary>
/// <param name="Set">The set.</param>
internal sealed record StageScore(string Set)
{
    /// <summary>Gets how many questions were asked.</summary>
    public int Questions { get; init; }

    /// <summary>Gets what is reached as it is.</summary>
    public Places Found { get; init; }

    /// <summary>Gets what is reached where only the articles that answer are searched.</summary>
    public Places ArticleKnown { get; init; }

    /// <summary>Gets what is reached where the best passage that holds the answer is all that is looked at.</summary>
    public Places PassageKnown { get; init; }

    /// <summary>Gets for how many any candidate sentence holds the answer: what perfect choosing would reach.</summary>
    public int Candidate { get; init; }

    /// <summary>Gets for how many any sentence of the right article holds the answer: what perfect finding and choosing would reach.</summary>
    public int Sentence { get; init; }

    /// <summary>Adds up.</summary>
    public StageScore Plus(StageScore other) => this with
    {
        Questions = Questions + other.Questions,
        Found = Found + other.Found,
        ArticleKnown = ArticleKnown + other.ArticleKnown,
        PassageKnown = PassageKnown + other.PassageKnown,
        Candidate = Candidate + other.Candidate,
        Sentence = Sentence + other.Sentence,
    };
}
