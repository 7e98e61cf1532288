using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QnA.Overhead;

/// <summary>A server on loopback that speaks OpenAI's chat completions and repeats the first sentences that it is shown, with their ids.</summary>
internal sealed partial class QuotingModel : IAsyncDisposable
{
    private const int Sentences = 3;

    private readonly WebApplication _app;
    private readonly TimeSpan _pause;

    private QuotingModel(WebApplication app, TimeSpan pause)
    {
        _app = app;
        _pause = pause;
    }

    /// <summary>Gets the address of the API.</summary>
    public string Endpoint => _app.Urls.First() + "/v1";

    /// <summary>Gets from when it had the last request to when it had sent the last byte.</summary>
    public TimeSpan Busy { get; private set; }

    /// <summary>Gets when it had sent the last byte, as <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long Finished { get; private set; }

    /// <summary>Starts a server.</summary>
    /// <param name="pause">How long it waits before each sentence.</param>
    public static async Task<QuotingModel> StartAsync(TimeSpan pause)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new QuotingModel(builder.Build(), pause);
        model._app.Run(model.AnswerAsync);
        await model._app.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var request = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var started = Stopwatch.GetTimestamp();
        var prompt = request.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!;
        context.Response.ContentType = "text/event-stream";
        foreach (var match in Shown().Matches(prompt).Take(Sentences))
        {
            await Task.Delay(_pause, TimeProvider.System, context.RequestAborted);
            await SendAsync(context, match.Groups["text"].Value.Trim() + " " + match.Groups["id"].Value + "\n", finish: null);
        }

        await SendAsync(context, "", finish: "stop");
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        Finished = Stopwatch.GetTimestamp();
        Busy = Stopwatch.GetElapsedTime(started, Finished);
    }

    private static async Task SendAsync(HttpContext context, string text, string? finish)
    {
        var chunk = new
        {
            id = "1",
            @object = "chat.completion.chunk",
            created = 1,
            model = "quoting",
            choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = finish } },
        };
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    [GeneratedRegex(@"^(?<id>\[\d+\.\d+\]) (?<text>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
