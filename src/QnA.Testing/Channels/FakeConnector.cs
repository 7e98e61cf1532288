using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace QnA.Testing.Channels;

/// <summary>A channel's connector service on the loopback address: keeps what it is sent and answers with a new id, or as the test says.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly Channel<ConnectorRequest> _requests = Channel.CreateUnbounded<ConnectorRequest>();
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _cancellationToken;
    private LoopbackServer? _server;
    private int _lastId;

    private FakeConnector(TimeSpan timeout, CancellationToken cancellationToken) => (_timeout, _cancellationToken) = (timeout, cancellationToken);

    /// <summary>Gets the service url that activities of this channel have, with a slash at its end.</summary>
    public string ServiceUrl => _server!.Address.ToString();

    /// <summary>Gets or sets what answers a request in another way; gives whether it did.</summary>
    public Func<HttpContext, ConnectorRequest, Task<bool>>? Answer { get; set; }

    /// <summary>Starts a connector, for a bot that is not started by <see cref="TestBot"/>.</summary>
    /// <param name="timeout">How long to wait for a request.</param>
    /// <param name="cancellationToken">Stops the start and the waiting.</param>
    /// <returns>The connector, which is to be disposed of.</returns>
    public static async Task<FakeConnector> StartAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var connector = new FakeConnector(timeout, cancellationToken);
        connector._server = await LoopbackServer.StartAsync(connector.HandleAsync);
        return connector;
    }

    /// <summary>Takes the next request, in the order of arrival.</summary>
    /// <exception cref="TestBotException">None arrived in time.</exception>
    public async Task<ConnectorRequest> NextAsync()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken);
        timeout.CancelAfter(_timeout);
        try
        {
            return await _requests.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException exception) when (!_cancellationToken.IsCancellationRequested)
        {
            throw new TestBotException($"The bot sent nothing within {_timeout.TotalSeconds:0.#} s.", exception);
        }
    }

    /// <summary>Takes the next request of a message, and drops what came before it.</summary>
    /// <exception cref="TestBotException">None arrived in time.</exception>
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

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var request = new ConnectorRequest(context.Request.Method, context.Request.Path, body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!);
        var id = Interlocked.Increment(ref _lastId);
        await _requests.Writer.WriteAsync(request);
        if (Answer is null || !await Answer(context, request))
        {
            await context.Response.WriteAsJsonAsync(new { id = $"sent-{id}" });
        }
    }
}
