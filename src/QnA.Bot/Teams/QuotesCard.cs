using System.Globalization;
using Microsoft.Bot.Schema;
using QnA.Bot.Replies;
using QnA.Core.Answers;

namespace QnA.Bot.Teams;

/// <summary>Makes an Adaptive Card with quotes in full.</summary>
/// <remarks>
/// Text stands in text runs, which are shown as they are: the Markdown of Adaptive Cards' text blocks has no escapes. Version 1.5 is what
/// Teams takes on every device.
/// </remarks>
internal static class QuotesCard
{
    public static Attachment Of(IEnumerable<Citation> citations, ArticleLinks links) => new()
    {
        ContentType = "application/vnd.microsoft.card.adaptive",
        Content = Object(
            ("type", "AdaptiveCard"),
            ("$schema", "http://adaptivecards.io/schemas/adaptive-card.json"),
            ("version", "1.5"),
            ("body", citations.SelectMany(c => Blocks(c, links)).ToList()),
            ("msteams", Object(("width", "Full")))),
    };

    private static IEnumerable<object?> Blocks(Citation citation, ArticleLinks links)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] {MarkdownText.PlainLine(citation.Title)}");
        var detail = "";
        if (citation.Page is { } page)
        {
            detail += string.Create(CultureInfo.InvariantCulture, $", page {page}");
        }

        if (citation.Published is { } published)
        {
            detail += $", {published.ToDisplayString(CultureInfo.InvariantCulture)}";
        }

        detail += AlsoInText.Of(citation, copy => MarkdownText.PlainLine(copy.Title));
        yield return Object(
            ("type", "RichTextBlock"),
            ("separator", true),
            ("inlines", new List<object?>
            {
                Object(
                    ("type", "TextRun"),
                    ("text", source),
                    ("weight", "bolder"),
                    ("selectAction", Object(("type", "Action.OpenUrl"), ("url", links.LinkTo(citation))))),
                Object(("type", "TextRun"), ("text", detail), ("isSubtle", true)),
            }));
        yield return Object(
            ("type", "RichTextBlock"),
            ("inlines", new List<object?> { Object(("type", "TextRun"), ("text", MarkdownText.Plain(citation.Quote.Text)), ("italic", true)) }));
    }

    private static Dictionary<string, object?> Object(params ReadOnlySpan<(string Name, object? Value)> entries)
    {
        var made = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in entries)
        {
            made.Add(name, value);
        }

        return made;
    }
}
