using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using QnA.Core.Articles;

namespace QnA.Bot.Articles;

/// <summary>Writes an article as a page of HTML. Everything of the article is encoded: it can show any text and run nothing.</summary>
internal static class ArticlePage
{
    private const string Style =
        "body{font:1.05rem/1.6 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}"
        + "h1{font-size:1.6rem;line-height:1.25}article{white-space:pre-wrap;overflow-wrap:anywhere}"
        + ".about,.note{color:#555;font-size:.95rem}mark{background:#ffe58a;padding:.1em 0;scroll-margin-top:30vh}"
        + "@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}.about,.note{color:#aaa}a{color:#8ab4f8}"
        + "mark{background:#6b5600;color:#fff}}";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Allows the page's own style sheet, by its hash, and nothing else.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static string Of(Article article, MarkedSpan marked)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<h1 dir=\"auto\">{Html.Encode(article.Title)}</h1>\n");
        body.Append(CultureInfo.InvariantCulture, $"<p class=\"about\">{string.Join(" · ", About(article))}</p>\n");
        if (marked.Missing)
        {
            body.Append("<p class=\"note\">The article has changed since it was quoted: the quote is no longer at its place.</p>\n");
        }

        var text = article.Text.Value;
        body.Append(CultureInfo.InvariantCulture, $"<article dir=\"auto\"{LanguageOf(article)}>");
        if (marked.Span is { } span)
        {
            body.Append(Html.Encode(text[..span.Start]))
                .Append("<mark id=\"quote\">").Append(Html.Encode(text[span.Start..span.End])).Append("</mark>")
                .Append(Html.Encode(text[span.End..]));
        }
        else
        {
            body.Append(Html.Encode(text));
        }

        body.Append("</article>\n");
        return Page(article.Title, body.ToString());
    }

    public static string NotFound(string? articleId) => Page(
        "No such article",
        $"<h1>No such article</h1>\n<p>There is no article “{Html.Encode(articleId ?? "")}”. It may have been removed since it was quoted.</p>\n");

    private static IEnumerable<string> About(Article article)
    {
        if (article.Published is { } published)
        {
            yield return Html.Encode(published.ToDisplayString(CultureInfo.InvariantCulture));
        }

        if (article.Author is { } author)
        {
            yield return Html.Encode(author);
        }

        if (Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            yield return $"<a href=\"{Html.Encode(url.AbsoluteUri)}\" rel=\"noopener noreferrer\">{Html.Encode(url.Host)}</a>";
        }

        yield return Html.Encode(article.Id);
    }

    private static string LanguageOf(Article article) => article.Language is { } language ? $" lang=\"{Html.Encode(language)}\"" : "";

    private static string Page(string title, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Html.Encode(title)}</title>
        <style>{Style}</style>
        </head>
        <body>
        {body}</body>
        </html>

        """;
}
