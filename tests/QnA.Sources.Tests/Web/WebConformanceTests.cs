using Microsoft.Extensions.Options;
using QnA.Core.Ingestion;
using QnA.Sources.Files;
using QnA.Sources.Tests.Conformance;
using QnA.Sources.Web;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Tests.Web;

/// <summary>What the suites of the sources of the web have in common: a site, and a port where nobody listens.</summary>
public abstract class WebConformanceTests(WebSourceKind kind, string path) : ArticleSourceConformanceTests, IAsyncLifetime
{
    private readonly List<WebFetcher> _fetchers = [];
    private Site _site = null!;

    protected override string GoneLocation => _site.At("/elsewhere");

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        Fill(_site);
    }

    public async ValueTask DisposeAsync()
    {
        _fetchers.ForEach(fetcher => fetcher.Dispose());
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override IArticleSource CreateFilled() => Create(_site.At(path));

    protected override IArticleSource CreateMissing() => Create("http://127.0.0.2:1/");

    private protected abstract void Fill(Site site);

    private IArticleSource Create(string address)
    {
        var fetcher = _site.Fetcher();
        _fetchers.Add(fetcher);
        return new ArticleSourceFactory(Reading.Readers(), Options.Create(new ArticleFileOptions()), fetcher: fetcher).CreateWeb(address, kind, ["web"], keepVanished: false);
    }
}

[ConformanceOf(typeof(WebArticleSource))]
public sealed class PageConformanceTests() : WebConformanceTests(WebSourceKind.Page, "/page")
{
    protected override bool HoldsSeveral => false;

    private protected override void Fill(Site site) => site.Page("/page", Pages.Html("The harbour was dredged in May."), tag: "\"1\"");
}

[ConformanceOf(typeof(WebArticleSource))]
public sealed class FeedConformanceTests() : WebConformanceTests(WebSourceKind.Feed, "/feed")
{
    private protected override void Fill(Site site) =>
        site.Page("/feed", Pages.Rss(("a", "The bridge is open."), ("b", ""), ("c", "The ferry is late.")), "application/rss+xml", "\"1\"");
}

[ConformanceOf(typeof(WebArticleSource))]
public sealed class JsonFeedConformanceTests() : WebConformanceTests(WebSourceKind.Auto, "/feed.json")
{
    private protected override void Fill(Site site) => site.Page(
        "/feed.json",
        """{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": "One."}, {"content_text": "No id."}, {"id": "3", "content_html": "<p>Three.</p>"}]}""",
        "application/feed+json");
}

[ConformanceOf(typeof(WebArticleSource))]
public sealed class SitemapConformanceTests() : WebConformanceTests(WebSourceKind.Sitemap, "/sitemap.xml")
{
    private protected override void Fill(Site site)
    {
        site.Page("/a", Pages.Html("The bridge is open."), tag: "\"a\"");
        site.Page("/c", Pages.Html("The ferry is late."));
        site.Page("/sitemap.xml", Pages.Sitemap(site.At("/a"), site.At("/missing"), site.At("/c")), "application/xml");
    }
}
