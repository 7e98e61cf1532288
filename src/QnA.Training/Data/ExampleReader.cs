using QnA.Core.Access;
using QnA.Answering.Ranking;
using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Lucene.Retrieval;

namespace QnA.Training.Data;

/// <summary>Asks the questions of a set and keeps what the ranker gets to see.</summary>
internal static class ExampleReader
{
    // As many in small collections as a tenth of a large set: what tells apart there differs, and a new user has one article.
    private const int SmallQuestions = 20;

    /// <summary>Reads the examples of a set: questions asked of all its articles, and some of a few articles only.</summary>
    /// <param name="set">The set.</param>
    /// <param name="groups">The groups of its articles.</param>
    /// <param name="maximum">How many questions at most, taken evenly.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<List<Example>> ReadAsync(
        QuestionSet set, Dictionary<(string Set, string ArticleId), int> groups, int maximum, CancellationToken cancellationToken)
    {
        var questions = Evenly.Take([.. set.Questions.Where(q => q.IsAnswerable && q.Gold.Count > 0)], maximum);
        var examples = await AskAsync(set, groups, set.Name, set.Articles, questions, cancellationToken).ConfigureAwait(false);
        foreach (var range in SmallIndexes.Of(set.Articles.Count))
        {
            List<Article> articles = [.. set.Articles.Take(range)];
            var inside = questions.Where(q => q.ArticleIds.Any(id => articles.Exists(article => article.Id == id))).ToList();
            examples.AddRange(await AskAsync(
                set, groups, set.Name + " small", articles, Evenly.Take(inside, SmallQuestions), cancellationToken).ConfigureAwait(false));
        }

        return examples;
    }

    private static async Task<List<Example>> AskAsync(
        QuestionSet set, Dictionary<(string Set, string ArticleId), int> groups, string name, IReadOnlyList<Article> articles,
        List<GoldQuestion> questions, CancellationToken cancellationToken)
    {
        using var index = await SetIndex.CreateAsync(articles, cancellationToken).ConfigureAwait(false);
        var rewriter = new LastQuestionRewriter();
        var examples = new List<Example>(questions.Count);
        var passageIndex = new LucenePassageIndex(index.Store);
        foreach (var question in questions)
        {
            var standalone = await rewriter.RewriteAsync(question.Question, cancellationToken).ConfigureAwait(false);
            await using var view = await passageIndex.OpenAsync(standalone, ArticleVisibility.Everything, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"The set {set.Name} has no articles.");
            var terms = await QuestionTerms.OfAsync(standalone.Text, passageIndex.Analyses, view, cancellationToken).ConfigureAwait(false);
            var passages = (await PassageSearch.FindAsync(view, terms, standalone.Context, PassageSearch.CandidatePassages, cancellationToken).ConfigureAwait(false)).Passages;
            examples.Add(Read(question, name, groups[(set.Name, question.ArticleIds[0])], terms, passages));
        }

        return examples;
    }

    private static Example Read(GoldQuestion question, string set, int group, QuestionTerms terms, IReadOnlyList<CandidatePassage> passages)
    {
        var features = SentenceFeatures.Of(terms, passages);
        var values = new float[features.Sentences.Count * SentenceFeatures.Count];
        var isGold = new bool[features.Sentences.Count];
        for (var i = 0; i < isGold.Length; i++)
        {
            var sentence = features.Sentences[i];
            features.Write(i, values.AsSpan(i * SentenceFeatures.Count, SentenceFeatures.Count));
            isGold[i] = question.IsAnsweredBy(sentence.Article.Article.Id, sentence.Span);
        }

        return new Example(set, group, values, CandidatePlaces.Of(features.Sentences), isGold);
    }
}
