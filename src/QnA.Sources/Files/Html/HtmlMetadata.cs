using System.Globalization;
using AngleSharp.Html.Dom;
using QnA.Core.Articles;

namespace QnA.Sources.Files.Html;

/// <summary>Reads what a page says about itself, as far as it makes sense; what does not is taken as unknown.</summary>
internal static class HtmlMetadata
{
    private static readonly string[] Dates =
    [
        "meta[property='article:published_time']", "meta[itemprop='datePublished']", "meta[name='article:published_time']",
        "meta[name='date']", "meta[name='dc.date.issued' i]", "meta[name='dc.date' i]", "meta[name='dcterms.date' i]",
        "meta[name='dcterms.created' i]", "meta[name='pubdate']", "meta[name='publish-date']", "time[itemprop='datePublished']", "time[pubdate]",
    ];

    /// <summary>Finds the page's own address: its canonical link.</summary>
    public static string? Url(IHtmlDocument page) =>
        WebAddress(page.QuerySelector("link[rel~='canonical' i]")?.GetAttribute("href")) ?? WebAddress(Meta(page, "meta[property='og:url']"));

    /// <summary>Finds when the page was published.</summary>
    public static PublicationDate? Published(IHtmlDocument page)
    {
        foreach (var selector in Dates)
        {
            var element = page.QuerySelector(selector);
            if (Date(element?.GetAttribute("content") ?? element?.GetAttribute("datetime")) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Finds the page's language.</summary>
    public static string? Language(IHtmlDocument page) =>
        ArticleFields.LanguageOrNone(page.DocumentElement.GetAttribute("lang") ?? page.DocumentElement.GetAttribute("xml:lang"))
        ?? ArticleFields.LanguageOrNone(Meta(page, "meta[http-equiv='content-language' i]"))
        ?? ArticleFields.LanguageOrNone(Meta(page, "meta[property='og:locale']"));

    /// <summary>Finds who wrote the page.</summary>
    public static string? Author(IHtmlDocument page) => ArticleFields.OneLine(Meta(page, "meta[name='author' i]"));

    /// <summary>Finds the page's title.</summary>
    public static string? Title(IHtmlDocument page) =>
        ArticleFields.OneLine(Meta(page, "meta[property='og:title']")) ?? ArticleFields.OneLine(page.Title);

    /// <summary>Finds the page's tags.</summary>
    public static IReadOnlyList<string> Tags(IHtmlDocument page)
    {
        var tags = ArticleFields.Tags(page.QuerySelectorAll("meta[property='article:tag']").Select(tag => tag.GetAttribute("content")));
        return tags.Count > 0 ? tags : ArticleFields.Tags((Meta(page, "meta[name='keywords' i]") ?? "").Split(','));
    }

    /// <summary>Reads a date of ISO 8601 or one that the invariant culture knows.</summary>
    public static PublicationDate? Date(string? text)
    {
        if (PublicationDate.TryParse(text, out var date))
        {
            return date;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? PublicationDate.From(instant)
            : null;
    }

    private static string? Meta(IHtmlDocument page, string selector) => page.QuerySelector(selector)?.GetAttribute("content");

    private static string? WebAddress(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;
}
