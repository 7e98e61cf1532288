using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace QnA.Testing.Models;

/// <summary>A language model of a test: a server on loopback that speaks the streaming protocols of OpenAI, Ollama and Anthropic, as a script tells it.</summary>
/// <remarks>Safe for concurrent use, where the script is.</remarks>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly Func<ModelReply, Task> _script;
    private LoopbackServer? _loopback;

    private ModelServer(Func<ModelReply, Task> script) => _script = script;

    /// <summary>Gets the server's address.</summary>
    public Uri Address => _loopback!.Address;

    /// <summary>Gets the bodies of the requests that came, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Gets the settings with which the bot asks this model.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Model:Provider"] = "OpenAICompatible",
        ["Model:ModelId"] = "test-model",
        ["Model:Endpoint"] = new Uri(Address, "v1").ToString(),
        ["Model:ApiKey"] = "secret-key",
    };

    /// <summary>Starts a model.</summary>
    /// <param name="script">Answers each request; the whole of it may fail, wait or break off.</param>
    public static async Task<ModelServer> StartAsync(Func<ModelReply, Task> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var server = new ModelServer(script);
        server._loopback = await LoopbackServer.StartAsync(server.HandleAsync);
        return server;
    }

    /// <summary>Starts a model that always writes the same.</summary>
    /// <param name="chunks">The parts in which the output arrives.</param>
    public static Task<ModelServer> WritingAsync(params string[] chunks) => StartAsync(reply => reply.AnswerAsync(chunks));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _loopback!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(body);
        await _script(new ModelReply(context, Requests.Count, body));
    }
}
