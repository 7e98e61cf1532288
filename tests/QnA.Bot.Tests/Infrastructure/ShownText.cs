using AngleSharp.Html.Parser;

namespace QnA.Bot.Tests.Infrastructure;

/// <summary>Reads a page as a browser does.</summary>
internal static class ShownText
{
    /// <summary>Gets the text of all elements that a selector names, one after the other.</summary>
    public static string Of(string page, string selector) =>
        string.Concat(new HtmlParser().ParseDocument(page).QuerySelectorAll(selector).Select(e => e.TextContent));
}
