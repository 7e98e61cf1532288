using QnA.Core.Questions;
using QnA.Search;
using QnA.Search.Ranking;
using QnA.Search.Retrieval;
using QnA.Search.Vectors;

namespace QnA.Training.Data;

/// <summary>Asks the questions of a set and keeps what the ranker gets to see.</summary>
internal static class ExampleReader
{
    /// <summary>Reads the examples of a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="groups">The groups of its articles.</param>
    /// <param name="maximum">How many questions at most, taken evenly.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<List<Example>> ReadAsync(
        QuestionSet set, Dictionary<(string Set, string ArticleId), int> groups, int maximum, CancellationToken cancellationToken)
    {
        using var index = await SetIndex.CreateAsync(set.Articles, cancellationToken).ConfigureAwait(false);
        var rewriter = new LastQuestionRewriter();
        var finder = new PassageFinder(index.Store.Languages);
        var questions = set.Questions.Where(q => q.IsAnswerable && q.Gold.Count > 0).ToList();
        var step = Math.Max(1.0, (double)questions.Count / maximum);
        var examples = new List<Example>();
        using var lease = index.Store.Acquire() ?? throw new InvalidOperationException($"The set {set.Name} has no articles.");
        for (var next = 0.0; (int)next < questions.Count; next += step)
        {
            var question = questions[(int)next];
            var standalone = await rewriter.RewriteAsync(question.Question, cancellationToken).ConfigureAwait(false);
            var terms = QuestionTerms.Of(standalone.Text, index.Store.Languages, lease.Searcher);
            var passages = terms.HasContent ? finder.Find(lease.Searcher, terms, standalone.Context, SimilarPassages.None, LucenePassageSearch.CandidatePassages) : [];
            examples.Add(Read(question, set.Name, groups[(set.Name, question.ArticleIds[0])], terms, passages));
        }

        return examples;
    }

    private static Example Read(GoldQuestion question, string set, int group, QuestionTerms terms, List<FoundPassage> passages)
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
