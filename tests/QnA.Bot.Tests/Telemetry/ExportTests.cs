using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Telemetry;

/// <summary>The bot's traces and metrics, as they arrive at a collector over OTLP.</summary>
public class ExportTests
{
    [Fact]
    public async Task Ask_WithACollector_SendsTracesAndMetricsWithoutAnybodysWords()
    {
        await using var collector = await Collector.StartAsync();
        await using var bot = await BotHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });

        await bot.AskAsync(Samples.CostQuestion);
        bot.Services.GetRequiredService<TracerProvider>().ForceFlush();
        bot.Services.GetRequiredService<MeterProvider>().ForceFlush();

        // Texts are themselves in protobuf, so what was sent can be looked for without reading the rest.
        var traces = collector.Of("/v1/traces");
        Assert.Contains("question", traces, StringComparison.Ordinal);
        Assert.Contains("search", traces, StringComparison.Ordinal);
        Assert.Contains("qna.status", traces, StringComparison.Ordinal);
        Assert.Contains("qna-bot", traces, StringComparison.Ordinal);
        var metrics = collector.Of("/v1/metrics");
        Assert.Contains("qna.questions", metrics, StringComparison.Ordinal);
        Assert.Contains("qna.claims.verified", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("lighthouse", traces + metrics, StringComparison.OrdinalIgnoreCase);
        Assert.All(collector.ContentTypes, type => Assert.Equal("application/x-protobuf", type));
    }

    [Fact]
    public async Task Start_WithoutACollector_ListensToNothing()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Null(bot.Services.GetService<TracerProvider>());
        Assert.Null(bot.Services.GetService<MeterProvider>());
    }

    private sealed class Collector(WebApplication app) : IAsyncDisposable
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
}
