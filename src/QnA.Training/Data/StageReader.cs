using QnA.Answering.Extractive;
using QnA.Answering.Ranking;
using QnA.Answering.Retrieval;
using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Lucene.Retrieval;

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
        var passages = new LucenePassageIndex(index.Store);
        var score = new StageScore(set.Name);
        foreach (var question in Evenly.Take([.. set.Questions.Where(q => q.IsAnswerable && q.Gold.Count > 0)], maximum))
        {
            var standalone = await _rewriter.RewriteAsync(question.Question, cancellationToken).ConfigureAwait(false);
            score = score.Plus(await LookAsync(question, standalone, passages, cancellationToken).ConfigureAwait(false));
        }

        return score;
    }

    private async Task<StageScore> LookAsync(GoldQuestion question, StandaloneQuestion standalone, LucenePassageIndex index, CancellationToken cancellationToken)
    {
        var scoped = standalone with { Filter = new ArticleFilter { Sources = [.. question.Gold.Select(gold => gold.ArticleId)] } };
        await using var all = (await index.OpenAsync(standalone, ArticleVisibility.Everything, cancellationToken).ConfigureAwait(false))!;
        await using var right = (await index.OpenAsync(scoped, ArticleVisibility.Everything, cancellationToken).ConfigureAwait(false))!;
        var terms = await QuestionTerms.OfAsync(standalone.Text, index.Analyses, all, cancellationToken).ConfigureAwait(false);
        var found = await FindAsync(all, PassageSearch.CandidatePassages).ConfigureAwait(false);
        var whole = await FindAsync(right, AllPassages).ConfigureAwait(false);
        var few = await FindAsync(right, PassageSearch.CandidatePassages).ConfigureAwait(false);
        var ranked = _ranker.Rank(terms, found);
        return new StageScore("")
        {
            Questions = 1,
            Found = Quote(question, ranked),
            ArticleKnown = Quote(question, _ranker.Rank(terms, few)),
            PassageKnown = Quote(question, _ranker.Rank(terms, [.. whole.Where(passage => Holds(question, passage)).Take(1)])),
            Candidate = Has(question, found) ? 1 : 0,
            Sentence = Has(question, whole) ? 1 : 0,
        };

        async Task<IReadOnlyList<CandidatePassage>> FindAsync(IPassageView view, int count) =>
            (await PassageSearch.FindAsync(view, terms, standalone.Context, count, cancellationToken).ConfigureAwait(false)).Passages;
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

    private static bool Holds(GoldQuestion question, CandidatePassage passage) =>
        passage.Sentences.Any(span => question.IsAnsweredBy(passage.Article.Article.Id, span));

    private static bool Has(GoldQuestion question, IReadOnlyList<CandidatePassage> passages) => passages.Any(passage => Holds(question, passage));

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
