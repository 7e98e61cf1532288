using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace QnA.BotFramework.Tests.Infrastructure;

internal sealed record ConnectorRequest(string Method, string RawPath, string? Authorization, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Text => (string?)Json["text"];
}

/// <summary>A channel's connector service: keeps what it is sent and answers 200 with a new id, or as the test says.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly ConcurrentQueue<ConnectorRequest> _requests = new();
    private LoopbackServer _server = null!;
    private int _lastId;

    public IReadOnlyList<ConnectorRequest> Requests => [.. _requests];

    public IReadOnlyList<string?> Texts => [.. _requests.Where(r => r.Method != "DELETE" && r.Body.Length > 0).Select(r => r.Text)];

    /// <summary>Answers a request; the number is that of the request, from 1.</summary>
    public Func<HttpContext, int, Task>? Answer { get; set; }

    public string ServiceUrl => _server.Address.ToString();

    public static async Task<FakeConnector> StartAsync()
    {
        var connector = new FakeConnector();
        connector._server = await LoopbackServer.StartAsync(connector.HandleAsync);
        return connector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        _requests.Enqueue(new ConnectorRequest(context.Request.Method, path, context.Request.Headers.Authorization, body));
        var number = Interlocked.Increment(ref _lastId);
        if (Answer is { } answer)
        {
            await answer(context, number);
        }
        else
        {
            await context.Response.WriteAsJsonAsync(new { id = $"sent-{number}" });
        }
    }
}
