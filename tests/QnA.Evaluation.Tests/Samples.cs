using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Evaluation.Answers;
using QnA.Evaluation.Scoring;
using QnA.Evaluation.Sets;

namespace QnA.Evaluation.Tests;

internal static class Samples
{
    // The picture is one code point and two UTF-16 code units.
    public const string Mill = "The mill 🏠 burned in 1903. Anders Holt rebuilt it. It turns from May to October.";

    public static Dictionary<string, Article> Articles { get; } = new(StringComparer.Ordinal)
    {
        ["mill"] = new Article("mill", Mill),
        ["other"] = new Article("other", "Nothing about it."),
    };

    public static EvaluationQuestion Question(string id = "q") => new() { Id = id, Question = new Question("Who rebuilt it?"), ArticleIds = ["mill"] };

    public static EvaluationQuestion WithEvidence(params string[] evidence) => Question() with { Evidence = evidence };

    public static GivenQuote Quote(string text, string article = "mill")
    {
        var start = Mill.IndexOf(text, StringComparison.Ordinal);
        return new GivenQuote(article, start, start + text.Length, text);
    }

    public static GivenAnswer Answer(params GivenQuote[] quotes) =>
        new() { Id = "q", Status = "answered", Confidence = 0.5, Quotes = quotes, RetrievedArticles = ["other", "other", "mill"] };

    public static QuestionResult Result(
        string id, int quoteRank = 0, double confidence = 0.5, bool answerable = true, bool answered = true, double? elapsedMs = null) => new()
        {
            Id = id,
            Question = "Who?",
            IsAnswerable = answerable,
            Status = answered ? "answered" : "not_found",
            IsAnswered = answered,
            Confidence = confidence,
            IsScored = answerable,
            ArticleRank = answerable ? 1 : 0,
            QuoteRank = quoteRank,
            Quotes = 1,
            VerbatimQuotes = 1,
            QuoteLength = 10,
            ElapsedMs = elapsedMs,
        };
}
