using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Tests.Web;

/// <summary>A web site at a free port of loopback that remembers what it was asked for.</summary>
/// <remarks>It lies at 127.0.0.2, so that a test can allow it and nothing else of loopback.</remarks>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly TempFolder _folder = new();

    private Site(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>Gets the paths that were asked for, in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Gets or sets what answers before the pages do; <see langword="null"/> where they may.</summary>
    public RequestDelegate? Trouble { get; set; }

    public static async Task<Site> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.2:0");
        var app = builder.Build();
        var site = new Site(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    public void Page(string path, RequestDelegate page) => _pages[path] = page;

    public void Page(string path, string body, string type = "text/html; charset=utf-8", string? tag = null) => _pages[path] = async context =>
    {
        if (tag is not null && context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = type;
        context.Response.Headers.ETag = tag;
        await context.Response.WriteAsync(body);
    };

    public void Remove(string path) => _pages.TryRemove(path, out _);

    /// <summary>Makes a fetcher that may come here, without pauses between requests.</summary>
    public WebFetcher Fetcher(Action<WebOptions>? change = null, TimeProvider? time = null, HostResolver? resolve = null) =>
        new(Options.Create(Settings(change)), time ?? TimeProvider.System, resolve ?? Dns.GetHostAddressesAsync);

    public WebOptions Settings(Action<WebOptions>? change = null)
    {
        var options = new WebOptions { Delay = TimeSpan.Zero, Path = _folder.PathOf("web") };
        options.AllowedNetworks.Add("127.0.0.2/32");
        change?.Invoke(options);
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await _app.StopAsync(stop.Token);
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _requests.Enqueue(path);
        if (Trouble is { } trouble)
        {
            await trouble(context);
        }
        else if (_pages.TryGetValue(path, out var page))
        {
            await page(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
