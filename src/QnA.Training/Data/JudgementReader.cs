using QnA.Core.Access;
using QnA.Answering.Ranking;
using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Evaluation.Sets;
using QnA.Lucene.Retrieval;

namespace QnA.Training.Data;

/// <summary>Asks the questions of a set with and without the articles that answer them, and keeps the evidence.</summary>
/// <param name="groups">The groups of articles.</param>
/// <param name="maximum">How many answerable questions of a set at most, taken evenly; of the unanswerable ones half as many.</param>
internal sealed class JudgementReader(Dictionary<(string Set, string ArticleId), int> groups, int maximum)
{
    private const int Folds = 6;

    // Small collections differ from large ones: hardly a word is rare, and few are missing by chance. A new user has one.
    private const int SmallQuestions = 12;

    private readonly SentenceRanker _ranker = new(RankingModel.LoadShipped());
    private readonly LastQuestionRewriter _rewriter = new();

    /// <summary>Reads the judgements of a set.</summary>
    public async Task<List<Judgement>> ReadAsync(QuestionSet set, CancellationToken cancellationToken)
    {
        var answerable = Evenly.Take([.. set.Questions.Where(q => q.IsAnswerable && q.Gold.Count > 0)], maximum);
        var unanswerable = Evenly.Take([.. set.Questions.Where(q => !q.IsAnswerable && q.ArticleIds.Count > 0)], maximum / 2);
        var judgements = await AskAsync(set, set.Articles, answerable, Asked.WithGold, false, cancellationToken).ConfigureAwait(false);
        judgements.AddRange(await AskAsync(set, set.Articles, unanswerable, Asked.Unanswerable, false, cancellationToken).ConfigureAwait(false));
        var ids = set.Articles.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var fold in GoldFolds.Of([.. answerable.Select(q => q.Source)], ids, Folds))
        {
            judgements.AddRange(await AskAsync(
                set, [.. set.Articles.Where(article => !fold.ArticleIds.Contains(article.Id))], [.. fold.Questions.Select(i => answerable[i])],
                Asked.WithoutGold, false, cancellationToken).ConfigureAwait(false));
        }

        List<Article> halved = [.. set.Articles.Select(HalvedArticle.Of)];
        judgements.AddRange(await AskHalvedAsync(set, halved, Evenly.Take(answerable, maximum / 2), false, cancellationToken).ConfigureAwait(false));
        foreach (var range in SmallIndexes.Of(set.Articles.Count))
        {
            List<Article> articles = [.. set.Articles.Take(range)];
            var inside = answerable.ToLookup(q => q.ArticleIds.Any(id => articles.Exists(article => article.Id == id)));
            judgements.AddRange(await AskAsync(
                set, articles, Evenly.Take([.. inside[true]], SmallQuestions), Asked.WithGold, true, cancellationToken).ConfigureAwait(false));
            judgements.AddRange(await AskHalvedAsync(
                set, [.. halved.Take(range)], Evenly.Take([.. inside[true]], 2 * SmallQuestions), true, cancellationToken).ConfigureAwait(false));
            judgements.AddRange(await AskAsync(
                set, articles, Evenly.Take([.. inside[false]], SmallQuestions), Asked.WithoutGold, true, cancellationToken).ConfigureAwait(false));
        }

        return judgements;
    }

    private async Task<List<Judgement>> AskHalvedAsync(
        QuestionSet set, List<Article> halved, List<GoldQuestion> questions, bool isSmall, CancellationToken cancellationToken)
    {
        var isLeft = questions.ToLookup(q => HalvedArticle.Has(halved, q));
        var judgements = await AskAsync(set, halved, [.. isLeft[true]], Asked.WithGold, isSmall, cancellationToken).ConfigureAwait(false);
        judgements.AddRange(await AskAsync(set, halved, [.. isLeft[false]], Asked.WithoutPart, isSmall, cancellationToken).ConfigureAwait(false));
        return judgements;
    }

    private async Task<List<Judgement>> AskAsync(
        QuestionSet set, IReadOnlyList<Article> articles, List<GoldQuestion> questions, Asked asked, bool isSmall, CancellationToken cancellationToken)
    {
        var judgements = new List<Judgement>(questions.Count);
        using var index = await SetIndex.CreateAsync(articles, cancellationToken).ConfigureAwait(false);
        var passageIndex = new LucenePassageIndex(index.Store);
        foreach (var question in questions)
        {
            var standalone = await _rewriter.RewriteAsync(question.Question, cancellationToken).ConfigureAwait(false);
            await using var view = await passageIndex.OpenAsync(standalone, ArticleVisibility.Everything, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"The set {set.Name} has no articles.");
            var terms = await QuestionTerms.OfAsync(standalone.Text, passageIndex.Analyses, view, cancellationToken).ConfigureAwait(false);
            var passages = (await PassageSearch.FindAsync(view, terms, standalone.Context, PassageSearch.CandidatePassages, cancellationToken).ConfigureAwait(false)).Passages;
            var ranked = _ranker.Rank(terms, passages);
            if (ranked.Count > 0)
            {
                var isRight = asked == Asked.WithGold && question.IsAnsweredBy(ranked[0].Sentence.Article.Article.Id, ranked[0].Sentence.Span);
                judgements.Add(new Judgement(
                    set.Name, groups[(set.Name, question.ArticleIds[0])], asked, isSmall, isRight, Evidence.Of(terms, passages, ranked)));
            }
        }

        return judgements;
    }
}
