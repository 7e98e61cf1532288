using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace QnA.Bot.Tests.Infrastructure;

/// <summary>The links that a client which shows Markdown makes of a reply.</summary>
internal static class Links
{
    public static Uri First(string markdown) => new(Of(markdown)[0]);

    public static IReadOnlyList<string> Of(string markdown) =>
        [.. Markdown.Parse(markdown).Descendants<LinkInline>().Select(link => link.Url ?? "")];
}
