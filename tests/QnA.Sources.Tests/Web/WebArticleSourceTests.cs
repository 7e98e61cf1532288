using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Options;
using QnA.Core.Ingestion;
using QnA.Sources.Files;
using QnA.Sources.Web;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Tests.Web;

public sealed class WebArticleSourceTests : IAsyncLifetime
{
    private Site _site = null!;
    private WebFetcher _fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        _fetcher = _site.Fetcher();
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task ReadAsync_Page_TitleDateLanguageAndCanonicalLinkKept()
    {
        _site.Page("/a", Pages.Html(
            "The harbour was dredged.", "Dredging", "<meta property=\"article:published_time\" content=\"2024-05-03\"><link rel=\"canonical\" href=\"https://example.com/dredging\">"));

        var article = Assert.Single((await Source("/a?x=1").ReadAllAsync()).Articles());

        Assert.Equal("Dredging", article.Title);
        Assert.Equal("2024-05-03", article.Published.ToString());
        Assert.Equal("en", article.Language);
        Assert.Equal("https://example.com/dredging", article.Url);
        Assert.Equal($"{_site.Address.Authority}/a?x=1", article.Id);
        Assert.Equal(["web"], article.Tags);
        Assert.Contains("The harbour was dredged.", article.Text.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", article.Text.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_PageWithoutACanonicalLink_ItsAddress()
    {
        _site.Page("/a", Pages.Html("The harbour was dredged."));

        Assert.Equal(_site.At("/a"), Assert.Single((await Source("/a").ReadAllAsync()).Articles()).Url);
    }

    [Fact]
    public async Task ReadAsync_PageInTheEncodingThatTheServerNames_Decoded()
    {
        _site.Page("/a", async context =>
        {
            context.Response.ContentType = "text/plain; charset=iso-8859-1";
            await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("Der Hafen öffnet früh."));
        });

        Assert.Equal("Der Hafen öffnet früh.", Assert.Single((await Source("/a").ReadAllAsync()).Articles()).Text.Value);
    }

    [Fact]
    public async Task ReadAsync_PageThatIsGone_SaysSo()
    {
        var failed = Assert.IsType<FailedArticle>(Assert.Single(await Source("/gone", WebSourceKind.Page).ReadAllAsync()));

        Assert.True(failed.IsGone);
        Assert.NotNull(failed.Failure.Location);
    }

    [Theory]
    [InlineData(WebSourceKind.Feed)]
    [InlineData(WebSourceKind.Sitemap)]
    public async Task ReadAsync_ListThatIsGone_FailsAsAWhole(WebSourceKind kind)
    {
        var failed = Assert.IsType<FailedArticle>(Assert.Single(await Source("/gone", kind).ReadAllAsync()));

        Assert.False(failed.IsGone);
        Assert.Null(failed.Failure.Location);
    }

    [Fact]
    public async Task ReadAsync_Picture_FailsWithItsKind()
    {
        _site.Page("/a.png", "\u0089PNG", "image/png");

        Assert.Contains("image/png", Assert.Single((await Source("/a.png").ReadAllAsync()).Failures()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Rss_ItemsWithWhatTheFeedSays()
    {
        _site.Page(
            "/feed",
            """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>T</title><link>http://example.com/</link><description>d</description><language>de</language>
            <item><title>Hafen &amp; Stadt</title><link>https://example.com/1</link><guid>one</guid><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>
            <category>port</category><dc:creator>Ada</dc:creator><description>kurz</description>
            <content:encoded><![CDATA[<p>Der Hafen ist <b>offen</b>.</p><p>Seit Mai.</p>]]></content:encoded></item>
            <item><title>Ohne Tag</title><guid>two</guid><pubDate>gestern</pubDate><description>Eine Fähre &amp;amp; ein Boot.</description></item>
            </channel></rss>
            """,
            "application/rss+xml");

        var articles = (await Source("/feed").ReadAllAsync()).Articles().ToList();

        Assert.Equal(["Hafen & Stadt", "Ohne Tag"], articles.Select(article => article.Title));
        Assert.Equal("Der Hafen ist offen.\n\nSeit Mai.", articles[0].Text.Value);
        Assert.Equal("Eine Fähre & ein Boot.", articles[1].Text.Value);
        Assert.Equal(("https://example.com/1", "de", "Ada"), (articles[0].Url, articles[0].Language, articles[0].Author));
        Assert.Equal(["web", "port"], articles[0].Tags);
        Assert.StartsWith("2024-05-03", articles[0].Published.ToString(), StringComparison.Ordinal);
        Assert.Null(articles[1].Published);
        Assert.EndsWith("/feed#one", articles[0].Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Atom_ItemsWithWhatTheFeedSays()
    {
        _site.Page(
            "/atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:feed</id><updated>2024-05-03T10:00:00Z</updated>
            <entry><title>One</title><id>urn:1</id><link rel="enclosure" href="https://example.com/a.mp3"/><link href="https://example.com/1"/>
            <updated>2024-05-03T10:00:00Z</updated><author><name>Ada</name></author><content type="text">Ships &lt; boats.</content></entry></feed>
            """,
            "application/atom+xml");

        var article = Assert.Single((await Source("/atom").ReadAllAsync()).Articles());

        Assert.Equal(("One", "https://example.com/1", "Ada", "Ships < boats."), (article.Title, article.Url, article.Author, article.Text.Value));
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE rss SYSTEM \"http://127.0.0.1/x.dtd\"><rss version=\"2.0\"><channel><item><guid>1</guid><description>x</description></item></channel></rss>")]
    [InlineData("<rss version=\"2.0\"><channel><item><guid>1</guid><description>cut")]
    [InlineData("<rss version=\"2.0\"><channel></channel></rss>")]
    [InlineData("<html><body>Not found</body></html>")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": ")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}")]
    [InlineData("")]
    public async Task ReadAsync_FeedThatIsNone_FailsAsAWholeSoThatNothingVanishes(string body)
    {
        _site.Page("/feed", body, "application/xml");

        var failed = Assert.IsType<FailedArticle>(Assert.Single(await Source("/feed", WebSourceKind.Feed).ReadAllAsync()));

        Assert.Null(failed.Failure.Location);
    }

    [Fact]
    public async Task ReadAsync_IndexOfPackedSitemaps_ThePagesOfAll()
    {
        _site.Page("/a", Pages.Html("One."));
        _site.Page("/b", Pages.Html("Two."));
        _site.Page("/index.xml", $"<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>{_site.At("/1.xml.gz")}</loc></sitemap><sitemap><loc>{_site.At("/2.xml")}</loc></sitemap></sitemapindex>", "application/xml");
        _site.Page("/1.xml.gz", async context => await context.Response.Body.WriteAsync(Pack(Encoding.UTF8.GetBytes(Pages.Sitemap(_site.At("/a"), "http://elsewhere.example/c")))));
        _site.Page("/2.xml", Pages.Sitemap(_site.At("/b"), _site.At("/a")), "application/xml");

        var items = await Source("/index.xml").ReadAllAsync();

        Assert.Equal([_site.At("/a"), _site.At("/b")], items.Articles().Select(article => article.Url));
        Assert.Contains("not on the host", Assert.Single(items.Failures()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_SitemapBomb_FailsAsAWhole()
    {
        _site.Page("/bomb.gz", async context => await context.Response.Body.WriteAsync(Pack(new byte[32 * 1024 * 1024])));

        Assert.Contains("when unpacked", Assert.Single((await Source("/bomb.gz").ReadAllAsync()).Failures()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_PageNotModifiedSinceTheLastFetch_NotAskedForAgain()
    {
        _site.Page("/a", Pages.Html("One."));
        _site.Page("/sitemap.xml", $"<urlset><url><loc>{_site.At("/a")}</loc><lastmod>2020-01-01</lastmod></url></urlset>", "application/xml");

        await Source("/sitemap.xml").ReadAllAsync();
        var again = await Source("/sitemap.xml").ReadAllAsync();

        Assert.Single(again.Articles());
        Assert.Equal(["/robots.txt", "/sitemap.xml", "/a", "/sitemap.xml"], _site.Requests);
    }

    [Fact]
    public void CreateWeb_AddressThatIsNotFetched_RefusedInWords()
    {
        var exception = Assert.Throws<ArgumentException>(() => Factory().CreateWeb("http://user:secret@example.com/", WebSourceKind.Auto, [], keepVanished: false));

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private ArticleSourceFactory Factory() => new(Reading.Readers(), Options.Create(new ArticleFileOptions()), fetcher: _fetcher);

    private IArticleSource Source(string path, WebSourceKind kind = WebSourceKind.Auto) => Factory().CreateWeb(_site.At(path), kind, ["web"], keepVanished: false);
}
