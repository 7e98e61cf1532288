using Microsoft.Extensions.DependencyInjection;
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
}
