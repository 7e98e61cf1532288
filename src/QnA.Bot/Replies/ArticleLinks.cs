using System.Globalization;
using QnA.Bot.Hosting;
using QnA.Core.Answers;
using QnA.Core.Articles;

namespace QnA.Bot.Replies;

/// <summary>Knows where a person can read the article of a quote.</summary>
internal sealed class ArticleLinks(PublicAddress publicAddress)
{
    /// <summary>Gets the article's own address where it has one, else that of the bot's article page, which shows the quote marked.</summary>
    /// <returns>An absolute http or https address.</returns>
    public string LinkTo(Citation citation) => LinkTo(citation.Url, citation.Quote);

    /// <summary>Gets the same for another article that has the quoted words.</summary>
    /// <returns>An absolute http or https address.</returns>
    public string LinkTo(AlsoIn copy) => LinkTo(copy.Url, copy.Quote);

    private string LinkTo(string? url, Quote quote) =>
        Uri.TryCreate(url, UriKind.Absolute, out var own) && own.Scheme is "http" or "https" ? own.AbsoluteUri : PageOf(quote);

    private string PageOf(Quote quote)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"start={quote.Span.Start}&end={quote.Span.End}&version={quote.Version}#quote");
        var segments = quote.ArticleId.Split('/');

        // Segments that addresses treat as steps, and empty ones, would not arrive as they were sent.
        return Array.TrueForAll(segments, s => s is not ("" or "." or ".."))
            ? $"{publicAddress.Value}articles/{string.Join('/', segments.Select(Uri.EscapeDataString))}?{query}"
            : $"{publicAddress.Value}articles?id={Uri.EscapeDataString(quote.ArticleId)}&{query}";
    }
}
