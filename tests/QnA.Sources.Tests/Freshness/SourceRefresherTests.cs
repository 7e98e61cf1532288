using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using QnA.Core.Ingestion;
using QnA.Lucene.Index;
using QnA.Sources.Files;
using QnA.Sources.Freshness;
using QnA.Sources.Tests.Web;
using QnA.Sources.Web;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Tests.Freshness;

/// <summary>Sources that share a server which asks to be left alone, and what is kept of pages that no source names any more.</summary>
public sealed class SourceRefresherTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly TempFolder _folder = new();
    private Site _site = null!;
    private LuceneArticleStore _store = null!;
    private WebFetcher _fetcher = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        _site.Page("/robots.txt", "", "text/plain");
        _site.Page("/a", Pages.Html("The Norvik carillon has 47 bells."));
        _site.Page("/b", Pages.Html("The Aldmoor ferry leaves at noon."));
        _store = new LuceneArticleStore(Options.Create(new IndexOptions { Path = _folder.PathOf("index") }), _time);
        _fetcher = _site.Fetcher(web => web.Path = _folder.PathOf("web"), _time);
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        _store.Dispose();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(429, true)]
    public async Task RefreshDueAsync_ServerNamesATime_NoSourceOfItIsReadBefore(int status, bool asDate)
    {
        var refresher = Refresher("/a", "/b");
        var until = _time.GetUtcNow().AddHours(3);
        await RefreshAsync(refresher, "/robots.txt", "/a", "/b");
        _time.Advance(Hour);
        Refuse(status, asDate ? until.ToString("R", CultureInfo.InvariantCulture) : "7200");

        var next = await RefreshAsync(refresher, "/a");

        var (asked, waiting) = (refresher.List()[0].State, refresher.List()[1].State);
        Assert.Equal((until, until, until), (next, asked.NextRun, waiting.NextRun));
        Assert.Equal((1, 0), (asked.FailuresInARow, waiting.FailuresInARow));
        Assert.Contains($"answered {status}", asked.LastError, StringComparison.Ordinal);
        Assert.Null(waiting.LastError);
        Assert.Equal((until.AddHours(-3), 1), (waiting.LastRun, waiting.New));

        _site.Trouble = null;
        _time.Advance(Hour * 1.9);
        await RefreshAsync(refresher);
        _time.Advance(Hour * 0.1);
        await RefreshAsync(refresher, "/a", "/b");
        Assert.All(refresher.List(), source => Assert.Equal((null, 0, 1), (source.State.LastError, source.State.FailuresInARow, source.State.Unchanged)));
    }

    [Fact]
    public async Task RefreshDueAsync_ServerNamesATimeBeforeTheNextRetry_KeepsToTheLonger()
    {
        var refresher = Refresher("/a");
        Refuse(429, "5");

        await RefreshAsync(refresher, "/robots.txt");

        Assert.Equal(_time.GetUtcNow().AddMinutes(1), refresher.List()[0].State.NextRun);
    }

    [Fact]
    public async Task RefreshAsync_PageThatNoSourceNamesAnyMore_ForgottenAfterNinetyDays()
    {
        await RefreshAsync(Refresher("/a", "/b"), "/robots.txt", "/a", "/b");
        var other = _folder.Write("web/notes.txt", "not ours");
        File.SetLastWriteTimeUtc(other, _time.GetUtcNow().UtcDateTime);
        var refresher = Refresher("/b");

        _time.Advance(TimeSpan.FromDays(89));
        await RefreshAsync(refresher, "/robots.txt", "/b");
        var before = Directory.GetFiles(_folder.PathOf("web")).Length;
        _time.Advance(TimeSpan.FromDays(2));
        await RefreshAsync(refresher, "/robots.txt", "/b");

        Assert.Equal(3, before);
        Assert.Equal(2, Directory.GetFiles(_folder.PathOf("web")).Length);
        Assert.True(File.Exists(other));
    }

    private async Task<DateTimeOffset?> RefreshAsync(SourceRefresher refresher, params string[] requests)
    {
        var before = _site.Requests.Count;
        var next = await refresher.RefreshDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(requests, _site.Requests.Skip(before));
        return next;
    }

    private void Refuse(int status, string retryAfter) => _site.Trouble = context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    private SourceRefresher Refresher(params string[] pages)
    {
        var options = new FreshnessOptions { StatePath = _folder.PathOf("sources") };
        foreach (var page in pages)
        {
            options.Sources.Add(new SourceOptions { Name = page, Address = _site.At(page), Kind = WebSourceKind.Page, Interval = Hour });
        }

        return new SourceRefresher(
            new ArticleIngester(_store, _time, NullLogger<ArticleIngester>.Instance),
            new ArticleSourceFactory(Reading.Readers(), Options.Create(new ArticleFileOptions()), _time, _fetcher),
            new SourceStates(Options.Create(options)),
            Options.Create(options),
            _time,
            NullLogger<SourceRefresher>.Instance,
            () => 0);
    }
}
