using System.Globalization;
using System.Text;
using QnA.Core.Answers;
using QnA.Core.Retrieval;
using QnA.Core.Usage;

namespace QnA.Core.Conversations;

/// <summary>Says how an answer came about: what was searched, found, checked and left out.</summary>
public static class AnswerExplanation
{
    private const int PassagesShown = 5;

    /// <summary>Explains an answer, in paragraphs with a list of passages whose lines begin with <c>- </c>.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="escape">Makes text of people, articles and models safe to show, on one line.</param>
    public static string Of(Answer answer, Func<string, string> escape)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(escape);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"I looked for: {escape(answer.Standalone.Text)}\n\n");
        if (!answer.Standalone.Filter.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"Only in articles that pass the filter {escape(answer.Standalone.Filter.ToString())}.\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{answer.Retrieved.Count} passages were found");
        text.Append(answer.Retrieved.Count == 0 ? ".\n\n" : ", best first:\n\n");
        foreach (var passage in PassagesOf(answer))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {escape(passage.Article.Title)}{DateOf(passage)}, score {passage.Score:0.00}\n");
        }

        text.Append('\n').Append(CultureInfo.InvariantCulture, $"Confidence: {answer.Confidence:0.00} of 1. ");
        text.Append(CultureInfo.InvariantCulture, $"{answer.Claims.Count} sentences were checked against their quotes and sent, {answer.Refused.Count} were refused");
        text.Append(answer.Refused.Count == 0
            ? "."
            : $" ({string.Join(", ", answer.Refused.GroupBy(r => r.Reason).Select(g => $"{g.Key}: {g.Count().ToString(CultureInfo.InvariantCulture)}"))}).");
        text.Append(CultureInfo.InvariantCulture, $" Written by {escape(answer.Model)} in {answer.Timings.Total.TotalMilliseconds:0} ms.");
        foreach (var usage in answer.Usage)
        {
            text.Append(' ').Append(Describe(usage, escape));
        }

        return answer.Why is { } why ? text.Append("\n\n").Append(escape(why.Message)).ToString() : text.ToString();
    }

    /// <summary>Gets the passages whose articles the explanation names, best first.</summary>
    public static IEnumerable<RetrievedPassage> PassagesOf(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Retrieved.Take(PassagesShown);
    }

    private static string Describe(ModelUsage usage, Func<string, string> escape)
    {
        var counted = usage.IsEstimated ? "about " : "";
        var cost = usage.Cost is { } price ? $", for {price.Amount.ToString("0.######", CultureInfo.InvariantCulture)} {escape(price.Currency)}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{escape(usage.Model)} read {counted}{usage.InputTokens:N0} tokens and wrote {counted}{usage.OutputTokens:N0} in {usage.Calls} {(usage.Calls == 1 ? "call" : "calls")}{cost}.");
    }

    private static string DateOf(RetrievedPassage passage) =>
        passage.Article.Published is { } published ? $", {published.ToDisplayString(CultureInfo.InvariantCulture)}" : "";
}
