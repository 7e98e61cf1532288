using System.Net;
using System.Text;

namespace QnA.Sources.Tests.Web;

/// <summary>Makes pages, feeds and sitemaps.</summary>
internal static class Pages
{
    public static string Html(string text, string title = "News", string head = "") =>
        $"<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title>{head}</head><body><nav>Home</nav><main><h1>{title}</h1><p>{text}</p></main></body></html>";

    public static string Rss(params (string Id, string Text)[] items)
    {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>News</title><link>http://example.com/</link><description>d</description><language>en</language>");
        foreach (var (id, text) in items)
        {
            feed.Append("<item><title>Item ").Append(id).Append("</title><guid isPermaLink=\"false\">").Append(id)
                .Append("</guid><link>http://example.com/").Append(id).Append("</link><pubDate>Tue, 02 Jan 2024 03:04:05 GMT</pubDate><description>")
                .Append(WebUtility.HtmlEncode(text)).Append("</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    public static string Sitemap(params string[] pages) =>
        $"<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">{string.Concat(pages.Select(page => $"<url><loc>{page}</loc></url>"))}</urlset>";
}
