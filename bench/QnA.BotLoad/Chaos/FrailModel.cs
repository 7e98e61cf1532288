using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QnA.BotLoad.Chaos;

/// <summary>A model over OpenAI's chat completions that repeats the first sentences that it is shown, with their ids, until it is told to fail.</summary>
internal sealed partial class FrailModel(int port) : IAsyncDisposable
{
    private const int Sentences = 2;

    private WebApplication? _app;

    public string Endpoint => $"http://127.0.0.1:{port}/v1";

    /// <summary>Gets or sets how it fails; <see langword="null"/> while it is well.</summary>
    public Fault? Failing { get; set; }

    /// <summary>Begins to listen.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync(cancellationToken);
    }

    /// <summary>Stops to listen, in the middle of whatever it says.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var request = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        switch (Failing)
        {
            case Fault.ModelFails:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return;
            case Fault.ModelSilent:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            case Fault.ModelBabbles:
                await context.Response.WriteAsync("data: {\"choices\": 7}\n\nI am well, thank you.", context.RequestAborted);
                return;
        }

        var prompt = request.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!;
        context.Response.ContentType = "text/event-stream";
        foreach (var match in Shown().Matches(prompt).Take(Sentences))
        {
            await SendAsync(context, $"{match.Groups["text"].Value.Trim()} {match.Groups["id"].Value}\n", finish: null);
            if (Failing == Fault.ModelBreaksOff)
            {
                context.Abort();
                return;
            }
        }

        await SendAsync(context, "", finish: "stop");
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, string text, string? finish)
    {
        var chunk = new
        {
            id = "1",
            @object = "chat.completion.chunk",
            created = 0,
            model = "frail",
            choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = finish } },
        };
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    [GeneratedRegex(@"^(?<id>\[\d+\.\d+\]) (?<text>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
