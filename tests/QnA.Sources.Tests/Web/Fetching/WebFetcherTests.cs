using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Tests.Web.Fetching;

public sealed class WebFetcherTests : IAsyncLifetime
{
    private static readonly byte[] Block = new byte[1 << 16];

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.StartAsync();

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task FetchAsync_UnchangedPage_SentOnceAndTakenFromTheDiskAfter()
    {
        _site.Page("/a", "the page", tag: "\"1\"");
        using (var first = _site.Fetcher())
        {
            await FetchAsync(first, "/a");
        }

        using var second = _site.Fetcher();
        var document = await FetchAsync(second, "/a");

        Assert.Equal("the page"u8.ToArray(), document.Body);
        Assert.Equal(["/robots.txt", "/a", "/robots.txt", "/a"], _site.Requests);
    }

    [Fact]
    public async Task FetchAsync_LastModified_AskedWithIt()
    {
        const string Date = "Tue, 02 Jan 2024 03:04:05 GMT";
        string? asked = null;
        _site.Page("/a", context =>
        {
            asked = context.Request.Headers.IfModifiedSince;
            context.Response.Headers.LastModified = Date;
            context.Response.StatusCode = asked == Date ? 304 : 200;
            return asked == Date ? Task.CompletedTask : context.Response.WriteAsync("the page");
        });
        using var fetcher = _site.Fetcher();

        await FetchAsync(fetcher, "/a");
        var again = await FetchAsync(fetcher, "/a");

        Assert.Equal(Date, asked);
        Assert.Equal("the page"u8.ToArray(), again.Body);
    }

    [Fact]
    public async Task FetchAsync_EndlessBody_CutOff()
    {
        _site.Page("/endless", async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(Block, context.RequestAborted);
            }
        });
        using var fetcher = _site.Fetcher();

        Assert.Contains("more than 20,971,520 bytes", await FailAsync(fetcher, "/endless"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_LengthOverTheLimit_CutOffBeforeTheBody()
    {
        _site.Page("/large", context =>
        {
            context.Response.ContentLength = 21 * 1024 * 1024;
            return context.Response.Body.FlushAsync();
        });
        using var fetcher = _site.Fetcher();

        Assert.Contains("more than 20,971,520 bytes", await FailAsync(fetcher, "/large"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task FetchAsync_CompressionBomb_CutOff(string encoding)
    {
        _site.Page("/bomb", async context =>
        {
            context.Response.Headers.ContentEncoding = encoding;
            await using Stream packed = encoding == "br"
                ? new BrotliStream(context.Response.Body, CompressionLevel.Fastest)
                : new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            for (var i = 0; i < 3200; i++)
            {
                await packed.WriteAsync(Block, context.RequestAborted);
            }
        });
        using var fetcher = _site.Fetcher();

        Assert.Contains("when unpacked", await FailAsync(fetcher, "/bomb"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FetchAsync_SlowServer_CutOffWithAReason(bool sendsHeaders)
    {
        _site.Page("/slow", async context =>
        {
            if (sendsHeaders)
            {
                await context.Response.WriteAsync("a little", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }

            var never = new TaskCompletionSource();
            await using var aborted = context.RequestAborted.Register(() => never.TrySetResult());
            await never.Task;
        });
        using var fetcher = _site.Fetcher(options => options.Timeout = TimeSpan.FromSeconds(1));

        Assert.Contains("more than 1 seconds", await FailAsync(fetcher, "/slow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_RobotsDisallow_NotAskedFor()
    {
        _site.Page("/robots.txt", "User-agent: qna\nDisallow: /private\nAllow: /private/open", "text/plain");
        _site.Page("/private/open", "open");
        using var fetcher = _site.Fetcher();

        Assert.Contains("robots.txt", await FailAsync(fetcher, "/private/page"), StringComparison.Ordinal);
        Assert.Equal("open"u8.ToArray(), (await FetchAsync(fetcher, "/private/open")).Body);
        Assert.Equal(["/robots.txt", "/private/open"], _site.Requests);
    }

    [Fact]
    public async Task FetchAsync_RobotsFails_NothingElseAskedFor()
    {
        _site.Page("/robots.txt", context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        using var fetcher = _site.Fetcher();

        await FailAsync(fetcher, "/a");

        Assert.Equal(["/robots.txt"], _site.Requests);
    }

    [Fact]
    public async Task FetchAsync_TooManyRequests_NotAskedAgainBeforeTheTimeThatItNames()
    {
        var time = new FakeTimeProvider();
        using var fetcher = _site.Fetcher(time: time);
        _site.Page("/robots.txt", "");
        _site.Page("/a", context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        });
        await FailAsync(fetcher, "/a");
        _site.Page("/a", "there");

        var early = await Assert.ThrowsAsync<WebFetchException>(() => FetchAsync(fetcher, "/a"));
        time.Advance(TimeSpan.FromSeconds(121));
        var late = await FetchAsync(fetcher, "/a");

        Assert.Equal(time.Start.AddSeconds(120), early.RetryAt);
        Assert.Equal("there"u8.ToArray(), late.Body);
        Assert.Equal(["/robots.txt", "/a", "/a"], _site.Requests);
    }

    [Fact]
    public async Task FetchAsync_ManyAtOnce_OneAtATimeAtAHost()
    {
        var (now, most) = (0, 0);
        _site.Page("/a", async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await context.Response.WriteAsync("a");
            await Task.Yield();
            Interlocked.Decrement(ref now);
        });
        using var fetcher = _site.Fetcher();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => FetchAsync(fetcher, $"/a?{i}")));

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task FetchAsync_RedirectsInACircle_GivenUp()
    {
        _site.Page("/circle", context =>
        {
            context.Response.Redirect("/circle");
            return Task.CompletedTask;
        });
        using var fetcher = _site.Fetcher();

        Assert.Contains("redirected more than 5 times", await FailAsync(fetcher, "/circle"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_DamagedArchive_FailsWithAReason()
    {
        _site.Page("/damaged", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("no archive");
        });
        using var fetcher = _site.Fetcher();

        Assert.Contains("cannot be unpacked", await FailAsync(fetcher, "/damaged"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_NoSuchPage_Gone()
    {
        using var fetcher = _site.Fetcher();

        Assert.True((await Assert.ThrowsAsync<WebFetchException>(() => FetchAsync(fetcher, "/missing"))).IsGone);
    }

    private async Task<WebDocument> FetchAsync(WebFetcher fetcher, string path) =>
        await fetcher.FetchAsync(new Uri(_site.At(path)), unchangedSince: null, TestContext.Current.CancellationToken);

    private async Task<string> FailAsync(WebFetcher fetcher, string path) =>
        (await Assert.ThrowsAsync<WebFetchException>(() => FetchAsync(fetcher, path))).Message;
}
