using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using QnA.Core.Ingestion;
using QnA.Lucene.Index;
using QnA.Sources.Files;
using QnA.Sources.Freshness;
using QnA.Sources.Tests.Web;
using QnA.Sources.Web;

namespace QnA.Sources.Tests.Freshness;

/// <summary>A day of a feed: items appear, change and vanish, and the server has its troubles; an index on disk follows.</summary>
public sealed class DayOfAFeedTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly TempFolder _folder = new();
    private readonly SortedDictionary<string, string> _items = new(StringComparer.Ordinal);
    private Site _site = null!;
    private LuceneArticleStore _store = null!;
    private int _tag;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        _site.Page("/robots.txt", "User-agent: *\nAllow: /", "text/plain");
        _store = new LuceneArticleStore(Options.Create(new IndexOptions { Path = _folder.PathOf("index") }), _time);
    }

    public async ValueTask DisposeAsync()
    {
        _store.Dispose();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task RefreshDueAsync_ADayWithTroubles_IndexHoldsWhatTheFeedLastSaid()
    {
        using var fetcher = _site.Fetcher(time: _time);
        var source = new SourceOptions { Name = "News", Address = _site.At("/feed"), Kind = WebSourceKind.Feed, Interval = TimeSpan.FromHours(1), Tags = { "news" } };
        var options = Options.Create(new FreshnessOptions { StatePath = _folder.PathOf("sources"), Sources = { source } });
        var factory = new ArticleSourceFactory(Reading.Readers(), Options.Create(new ArticleFileOptions()), _time, fetcher);
        var refresher = new SourceRefresher(
            new ArticleIngester(_store, _time, NullLogger<ArticleIngester>.Instance), factory, new SourceStates(options), options, _time,
            NullLogger<SourceRefresher>.Instance, () => 0);

        // Ten hours in which 200 items appear; five of them say what others say.
        for (var hour = 0; hour < 10; hour++)
        {
            for (var i = hour * 20; i < (hour + 1) * 20; i++)
            {
                _items[$"item-{i:000}"] = i >= 195 ? _items[$"item-{i - 195:000}"] : $"The harbour board counted {i} ships on that day.";
            }

            await RunAsync(refresher, requests: hour == 0 ? 2 : 1);
            Assert.Equal(20, refresher.List()[0].State.New);
        }

        // Nothing new: the server says so, and nothing is touched.
        await RunAsync(refresher, requests: 1, publish: false);
        Assert.Equal(200, refresher.List()[0].State.Unchanged);

        for (var i = 0; i < 20; i++)
        {
            _items[$"item-{i:000}"] = $"The harbour board corrected its count to {i + 1000} ships.";
        }

        await RunAsync(refresher, requests: 1);
        Assert.Equal(20, refresher.List()[0].State.Changed);

        for (var i = 50; i < 60; i++)
        {
            _items.Remove($"item-{i:000}");
        }

        await RunAsync(refresher, requests: 1);
        Assert.Equal(10, refresher.List()[0].State.Removed);

        // An hour of troubles: refused connections, then one error after the other; waits double meanwhile.
        RequestDelegate[] troubles =
        [
            Abort, Abort, Status(500), Garbage("<rss version=\"2.0\"><channel><item><guid>item-000"), Garbage("no feed at all"),
            Garbage("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss version=\"2.0\"><channel><title>&a;</title></channel></rss>"),
            Garbage("<rss version=\"2.0\"><channel><title>t</title><link>http://example.com/</link><description>d</description></channel></rss>"),
        ];
        foreach (var (index, trouble) in troubles.Index())
        {
            _site.Trouble = trouble;
            var before = _time.GetUtcNow();
            await RunAsync(refresher, requests: 1, publish: false);
            var state = refresher.List()[0].State;
            Assert.NotNull(state.LastError);
            Assert.Equal(index + 1, state.FailuresInARow);
            Assert.Equal(Math.Min(60, Math.Pow(2, index)), (state.NextRun! - before).Value.TotalMinutes);
        }

        // Asked to wait for nearly two hours: its time does not come before that.
        _site.Trouble = context =>
        {
            context.Response.Headers.RetryAfter = "7000";
            return Status(429)(context);
        };
        await RunAsync(refresher, requests: 1, publish: false);
        Assert.Equal(_time.GetUtcNow(), refresher.List()[0].State.LastRun!.Value.AddSeconds(7000));
        _site.Trouble = null;
        await RunAsync(refresher, requests: 1, publish: false);

        var end = refresher.List()[0].State;
        Assert.Null(end.LastError);
        Assert.Equal((190, 0), (end.Unchanged, end.Removed));
        Assert.True(_time.GetUtcNow() - _time.Start < TimeSpan.FromDays(1));
    }

    // At its time, and not a moment before; the index holds the same as the feed then.
    private async Task RunAsync(SourceRefresher refresher, int requests, bool publish = true)
    {
        if (publish)
        {
            _site.Page("/feed", Pages.Rss([.. _items.Select(item => (item.Key, item.Value))]), "application/rss+xml", $"\"{++_tag}\"");
        }

        var cancellationToken = TestContext.Current.CancellationToken;
        var before = _site.Requests.Count;
        var next = await refresher.RefreshDueAsync(cancellationToken);
        Assert.Equal(requests, _site.Requests.Count - before);
        await refresher.RefreshDueAsync(cancellationToken);
        Assert.Equal(requests, _site.Requests.Count - before);
        var stored = await _store.ListAsync(1000, cancellationToken);
        Assert.Equal(
            _items.Select(item => $"{item.Key}: {item.Value}"),
            stored.Select(article => $"{article.Id[(article.Id.IndexOf('#', StringComparison.Ordinal) + 1)..]}: {article.Text.Value}").Order(StringComparer.Ordinal));
        Assert.All(stored, article => Assert.Equal(["news"], article.Tags));
        _time.Advance(next!.Value - _time.GetUtcNow());
    }

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static RequestDelegate Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static RequestDelegate Garbage(string body) => context => context.Response.WriteAsync(body);
}
