using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QnA.BotLoad.Chaos;

/// <summary>A channel's connector service that keeps the messages and hands every quote in them to be checked.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<JsonNode>> _messages = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private readonly Action<JsonNode> _inspect;
    private long _number;

    private Mailbox(WebApplication app, Action<JsonNode> inspect)
    {
        _app = app;
        _inspect = inspect;
    }

    public string Address => _app.Urls.First();

    /// <summary>Begins to take activities.</summary>
    /// <param name="inspect">Is given every message, also one that nobody waits for.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<Mailbox> StartAsync(Action<JsonNode> inspect, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var mailbox = new Mailbox(builder.Build(), inspect);
        mailbox._app.MapPost("/v3/conversations/{**path}", mailbox.TakeAsync);
        await mailbox._app.StartAsync(cancellationToken);
        return mailbox;
    }

    /// <summary>Takes out the messages that answer an activity.</summary>
    public IReadOnlyList<JsonNode> Collect(string activityId) => _messages.TryRemove(activityId, out var messages) ? [.. messages] : [];

    /// <summary>Tells whether a message answers an activity.</summary>
    public bool Has(string activityId) => _messages.ContainsKey(activityId);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        var id = string.Create(CultureInfo.InvariantCulture, $"sent-{Interlocked.Increment(ref _number)}");
        if ((string?)activity["type"] == "message")
        {
            activity["id"] = id;
            _inspect(activity);
            _messages.GetOrAdd((string?)activity["replyToId"] ?? "", _ => new()).Enqueue(activity);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id }, context.RequestAborted);
    }
}
