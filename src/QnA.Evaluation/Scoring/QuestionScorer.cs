using QnA.Core.Articles;
using QnA.Evaluation.Answers;
using QnA.Evaluation.Sets;
using QnA.Text;

namespace QnA.Evaluation.Scoring;

/// <summary>Compares what was answered to a question with what is known of its answer.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class QuestionScorer
{
    /// <summary>The longest quote that can count, in UTF-16 code units: with a longer one, anything could be shown.</summary>
    public const int MaxQuoteLength = 400;

    // What a reader of the report needs to see of an answer.
    private const int MaxShown = 3;

    /// <summary>Scores an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="articles">Every article that the question names or the answer quotes, where there is such an article.</param>
    public static QuestionResult Score(EvaluationQuestion question, GivenAnswer answer, IReadOnlyDictionary<string, Article> articles)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(articles);
        var gold = question.IsAnswerable ? GoldPlaces.Of(question, articles) : [];
        List<bool> hits = [.. answer.Quotes.Select(quote => IsHit(quote, gold))];
        return new QuestionResult
        {
            Id = question.Id,
            Question = question.Question.Text,
            Language = question.Language,
            Type = question.Type,
            IsAnswerable = question.IsAnswerable,
            Status = answer.Status,
            IsAnswered = answer.IsAnswered,
            Confidence = answer.Confidence,
            IsScored = gold.Count > 0,
            ArticleRank = gold.Count > 0 ? RankOfArticle(answer, question) : 0,
            QuoteRank = hits.IndexOf(true) + 1,
            Quotes = answer.Quotes.Count,
            VerbatimQuotes = answer.Quotes.Count(quote => IsVerbatim(quote, articles)),
            QuoteLength = answer.Quotes.Sum(quote => (long)quote.End - quote.Start),
            IsConflict = question.IsAnswerable && question.IsConflict,
            IsConflictShown = question.IsAnswerable && question.IsConflict && ConflictValues.AreShown(question, answer),
            ElapsedMs = answer.ElapsedMs,
            Expected = question.Evidence.Count > 0 ? question.Evidence : question.Answers,
            Shown = [.. answer.Quotes.Take(MaxShown).Select((quote, i) => new ShownQuote(quote.ArticleId, quote.Text, hits[i]))],
        };
    }

    private static bool IsHit(GivenQuote quote, IReadOnlyList<GoldPlaces> gold) =>
        quote.End - quote.Start <= MaxQuoteLength
        && gold.Any(places => places.ArticleId == quote.ArticleId && places.IsShownBy(quote.Start, quote.End));

    private static bool IsVerbatim(GivenQuote quote, IReadOnlyDictionary<string, Article> articles) =>
        articles.TryGetValue(quote.ArticleId, out var article)
        && 0 <= quote.Start && quote.Start < quote.End && quote.End <= article.Text.Length
        && article.Text.Slice(new TextSpan(quote.Start, quote.End)).SequenceEqual(quote.Text);

    private static int RankOfArticle(GivenAnswer answer, EvaluationQuestion question) =>
        answer.RetrievedArticles.Distinct(StringComparer.Ordinal).TakeWhile(id => !question.ArticleIds.Contains(id)).Count() is var before
        && before < answer.RetrievedArticles.Distinct(StringComparer.Ordinal).Count()
            ? before + 1
            : 0;
}
