using System.Globalization;
using System.Text;
using QnA.Bot.Chat;
using QnA.Core.Answers;
using QnA.Core.Retrieval;
using QnA.Core.Usage;

namespace QnA.Bot.Replies;

/// <summary>Says in Markdown how an answer came about: what was searched, found, checked and left out.</summary>
internal sealed class AnswerExplanation(MarkdownAnswer markdown)
{
    private const int PassagesShown = 5;

    public RememberedAnswer Of(Answer answer) => new()
    {
        Quotes = answer.Citations.Count > 0 ? markdown.WriteQuotes(answer.Citations) : "",
        Why = Explain(answer),
        Tags = [.. answer.TagsLookedAt],
    };

    private static string Explain(Answer answer)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"I looked for: {MarkdownText.EscapeLine(answer.Standalone.Text)}\n\n");
        if (!answer.Standalone.Filter.IsEmpty)
        {
            text.Append(CultureInfo.InvariantCulture, $"Only in articles that pass the filter {MarkdownText.EscapeLine(answer.Standalone.Filter.ToString())}.\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{answer.Retrieved.Count} passages were found");
        text.Append(answer.Retrieved.Count == 0 ? ".\n\n" : ", best first:\n\n");
        foreach (var passage in answer.Retrieved.Take(PassagesShown))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {MarkdownText.EscapeLine(passage.Article.Title)}{DateOf(passage)}, score {passage.Score:0.00}\n");
        }

        text.Append('\n').Append(CultureInfo.InvariantCulture, $"Confidence: {answer.Confidence:0.00} of 1. ");
        text.Append(CultureInfo.InvariantCulture, $"{answer.Claims.Count} sentences were checked against their quotes and sent, {answer.Refused.Count} were refused");
        text.Append(answer.Refused.Count == 0
            ? "."
            : $" ({string.Join(", ", answer.Refused.GroupBy(r => r.Reason).Select(g => $"{g.Key}: {g.Count().ToString(CultureInfo.InvariantCulture)}"))}).");
        text.Append(CultureInfo.InvariantCulture, $" Written by {MarkdownText.EscapeLine(answer.Model)} in {answer.Timings.Total.TotalMilliseconds:0} ms.");
        foreach (var usage in answer.Usage)
        {
            text.Append(' ').Append(Describe(usage));
        }

        if (answer.Why is { } why)
        {
            text.Append("\n\n").Append(MarkdownText.Escape(why.Message));
        }

        return text.ToString();
    }

    private static string Describe(ModelUsage usage)
    {
        var counted = usage.IsEstimated ? "about " : "";
        var cost = usage.Cost is { } price ? $", for {price.Amount.ToString("0.######", CultureInfo.InvariantCulture)} {MarkdownText.EscapeLine(price.Currency)}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{MarkdownText.EscapeLine(usage.Model)} read {counted}{usage.InputTokens:N0} tokens and wrote {counted}{usage.OutputTokens:N0} in {usage.Calls} {(usage.Calls == 1 ? "call" : "calls")}{cost}.");
    }

    private static string DateOf(RetrievedPassage passage) =>
        passage.Article.Published is { } published ? $", {published.ToDisplayString(CultureInfo.InvariantCulture)}" : "";
}
