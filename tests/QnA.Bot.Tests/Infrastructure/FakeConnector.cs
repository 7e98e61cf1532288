using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QnA.Bot.Tests.Infrastructure;

/// <summary>A request that the bot made to a channel.</summary>
internal sealed record ConnectorRequest(string Method, string Path, JsonNode Activity)
{
    public string? Type => (string?)Activity["type"];

    public string Text => (string?)Activity["text"] ?? "";
}

/// <summary>A channel's connector service on the loopback address: keeps what it is sent and answers with a new id, or as the test says.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly Channel<ConnectorRequest> _requests = Channel.CreateUnbounded<ConnectorRequest>();
    private readonly WebApplication _app;
    private int _lastId;

    private FakeConnector(WebApplication app) => _app = app;

    public string ServiceUrl => _app.Urls.First() + "/";

    /// <summary>Answers a request in another way; gives whether it did.</summary>
    public Func<HttpContext, ConnectorRequest, Task<bool>>? Answer { get; set; }

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Run(connector.HandleAsync);
        await app.StartAsync();
        return connector;
    }

    /// <summary>Takes the next request, in the order of arrival.</summary>
    public async Task<ConnectorRequest> NextAsync()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(30));
        return await _requests.Reader.ReadAsync(timeout.Token);
    }

    /// <summary>Takes the next request of a message.</summary>
    public async Task<ConnectorRequest> NextMessageAsync()
    {
        while (true)
        {
            if (await NextAsync() is { Type: "message" } message)
            {
                return message;
            }
        }
    }

    /// <summary>Takes what has arrived so far.</summary>
    public IReadOnlyList<ConnectorRequest> TakeAll()
    {
        List<ConnectorRequest> taken = [];
        while (_requests.Reader.TryRead(out var request))
        {
            taken.Add(request);
        }

        return taken;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var request = new ConnectorRequest(
            context.Request.Method, context.Request.Path, body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!);
        var id = Interlocked.Increment(ref _lastId);
        await _requests.Writer.WriteAsync(request);
        if (Answer is null || !await Answer(context, request))
        {
            await context.Response.WriteAsJsonAsync(new { id = $"sent-{id}" });
        }
    }
}
