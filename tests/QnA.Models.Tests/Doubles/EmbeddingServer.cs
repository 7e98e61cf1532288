using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace QnA.Models.Tests.Doubles;

/// <summary>
/// A server on loopback that speaks OpenAI's <c>/embeddings</c> (in Azure as well) and Ollama's <c>/api/embed</c>. Its vectors are made of
/// words, and a word and its synonym are the same, so that texts mean the same where they share no word.
/// </summary>
internal sealed class EmbeddingServer : IAsyncDisposable
{
    private static readonly string[][] Synonyms =
        [["ship", "vessel", "boat"], ["sink", "sank", "founder", "foundered"], ["cost", "price", "paid"], ["doctor", "physician"], ["drown", "drowned"]];

    private LoopbackServer? _loopback;

    private EmbeddingServer()
    {
    }

    public Uri Address => _loopback!.Address;

    public ConcurrentQueue<string> Requests { get; } = [];

    public ConcurrentQueue<string> Texts { get; } = [];

    /// <summary>Gets or sets how many numbers a vector has.</summary>
    public int Dimensions { get; set; } = 96;

    /// <summary>Gets or sets whether vectors are lists of numbers also where base64 was asked for, as some compatible servers have it.</summary>
    public bool KnowsNoBase64 { get; set; }

    /// <summary>Gets or sets what happens before an answer: <see langword="true"/> where the request was answered by it.</summary>
    public Func<HttpContext, string[], Task<bool>> Before { get; set; } = (_, _) => Task.FromResult(false);

    public static async Task<EmbeddingServer> StartAsync()
    {
        var server = new EmbeddingServer();
        server._loopback = await LoopbackServer.StartAsync(server.HandleAsync);
        return server;
    }

    public ValueTask DisposeAsync() => _loopback!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(context.Request.Path + " " + body);
        using var request = JsonDocument.Parse(body);
        var input = request.RootElement.GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.String ? [input.GetString()!] : [.. input.EnumerateArray().Select(text => text.GetString()!)];
        if (await Before(context, texts))
        {
            return;
        }

        foreach (var text in texts)
        {
            Texts.Enqueue(text);
        }

        if (context.Request.Path == "/api/embed")
        {
            await context.Response.WriteAsJsonAsync(new { model = "m", embeddings = texts.Select(VectorOf), prompt_eval_count = 11 });
            return;
        }

        var isBase64 = !KnowsNoBase64 && request.RootElement.TryGetProperty("encoding_format", out var format) && format.GetString() == "base64";
        await context.Response.WriteAsJsonAsync(new
        {
            @object = "list",
            model = "m",
            data = texts.Select((text, index) => new
            {
                @object = "embedding",
                index,
                embedding = isBase64 ? Convert.ToBase64String(MemoryMarshal.AsBytes(VectorOf(text).AsSpan())) : (object)VectorOf(text),
            }),
            usage = new { prompt_tokens = 11, total_tokens = 11 },
        });
    }

    private float[] VectorOf(string text)
    {
        var vector = new float[Dimensions];
        foreach (var word in text.ToLowerInvariant().Split([' ', '\n', '.', ',', '?', '!'], StringSplitOptions.RemoveEmptyEntries))
        {
            var meaning = Array.Find(Synonyms, same => same.Contains(word))?[0] ?? word;
            // FNV-1a, for the hash codes of strings differ from run to run.
            var hash = meaning.Aggregate(2166136261u, (h, c) => (h ^ c) * 16777619u);
            vector[hash % (uint)Dimensions] += meaning.Length > 3 ? 1 : 0.1f;
        }

        vector[0] += 0.01f;
        return vector;
    }
}
