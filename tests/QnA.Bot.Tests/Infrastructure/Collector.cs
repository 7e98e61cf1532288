using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QnA.Bot.Tests.Infrastructure;

/// <summary>A collector of telemetry at a free port of loopback, which keeps what it is sent over OTLP.</summary>
internal sealed class Collector(WebApplication app) : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> _requests = [];

    public string Address => app.Urls.First();

    public ConcurrentQueue<string?> ContentTypes { get; } = [];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var collector = new Collector(app);
        app.Run(collector.HandleAsync);
        await app.StartAsync();
        return collector;
    }

    public string Of(string path) => string.Concat(_requests.Where(request => request.Path == path).Select(request => request.Body));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _requests.Enqueue((context.Request.Path, Encoding.Latin1.GetString(body.ToArray())));
        ContentTypes.Enqueue(context.Request.ContentType);
    }
}
