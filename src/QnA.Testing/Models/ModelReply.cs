using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace QnA.Testing.Models;

/// <summary>One request to a <see cref="ModelServer"/>, and the way to answer it.</summary>
/// <remarks>For one caller at a time.</remarks>
public sealed partial class ModelReply
{
    private readonly HttpContext _context;
    private bool _started;

    internal ModelReply(HttpContext context, int number, string body)
    {
        _context = context;
        Number = number;
        Body = body;
    }

    /// <summary>Gets which request of this server it answers, from 1.</summary>
    public int Number { get; }

    /// <summary>Gets whether it is asked to make a question stand alone.</summary>
    public bool IsRewrite => Body.Contains("Conversation:", StringComparison.Ordinal);

    /// <summary>Gets whether it is asked to judge a sentence.</summary>
    public bool IsCheck => Body.Contains("Sentence:", StringComparison.Ordinal);

    /// <summary>Gets the request as it came.</summary>
    public string Body { get; }

    /// <summary>Gets what tells that the bot has hung up.</summary>
    public CancellationToken Aborted => _context.RequestAborted;

    private bool IsOllama => _context.Request.Path.StartsWithSegments("/api/chat", StringComparison.Ordinal);

    private bool IsAnthropic => _context.Request.Path.StartsWithSegments("/v1/messages", StringComparison.Ordinal);

    /// <summary>Writes a whole output and ends.</summary>
    /// <param name="chunks">The parts in which it arrives.</param>
    public async Task AnswerAsync(params string[] chunks)
    {
        foreach (var chunk in chunks)
        {
            await WriteAsync(chunk);
        }

        await EndAsync();
    }

    /// <summary>Writes a part of the output.</summary>
    /// <param name="text">What the model writes; sentences end in the ids that support them, <c>[1.2]</c> (see <see cref="IdOf"/>).</param>
    public Task WriteAsync(string text) =>
        IsOllama ? LineAsync(new { model = "m", created_at = "2025-01-01T00:00:00Z", message = new { role = "assistant", content = text }, done = false })
        : IsAnthropic ? DeltaAsync(text)
        : DataAsync(new { id = "1", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = (string?)null } } });

    /// <summary>Ends the output.</summary>
    public async Task EndAsync()
    {
        if (IsOllama)
        {
            await LineAsync(new { model = "m", created_at = "2025-01-01T00:00:00Z", message = new { role = "assistant", content = "" }, done = true, done_reason = "stop", prompt_eval_count = 7, eval_count = 3 });
        }
        else if (IsAnthropic)
        {
            await StartAnthropicAsync();
            await EventAsync("content_block_stop", new { type = "content_block_stop", index = 0 });
            await EventAsync("message_delta", new { type = "message_delta", delta = new { stop_reason = "end_turn", stop_sequence = (string?)null }, usage = new { output_tokens = 3 } });
            await EventAsync("message_stop", new { type = "message_stop" });
        }
        else
        {
            await DataAsync(new { id = "1", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta = new { }, finish_reason = "stop" } } });
            await RawAsync("data: [DONE]\n\n");
        }
    }

    /// <summary>Refuses the request, with an error that holds the key as careless services do.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="retryAfter">The header <c>Retry-After</c>; <see langword="null"/> for none.</param>
    public Task FailAsync(int status, string? retryAfter = null)
    {
        _context.Response.StatusCode = status;
        _context.Response.Headers.RetryAfter = retryAfter;
        _context.Response.ContentType = "application/json";
        return _context.Response.WriteAsync(IsOllama
            ? """{"error":"refused, key was secret-key"}"""
            : """{"error":{"message":"refused, key was secret-key","type":"error"},"type":"error"}""");
    }

    /// <summary>Writes any text in the place of the protocol.</summary>
    /// <param name="text">The text.</param>
    public async Task RawAsync(string text)
    {
        if (!_started)
        {
            _context.Response.ContentType = IsOllama ? "application/x-ndjson" : "text/event-stream";
            _started = true;
        }

        await _context.Response.WriteAsync(text, Aborted);
        await _context.Response.Body.FlushAsync(Aborted);
    }

    /// <summary>Breaks the connection.</summary>
    public void Cut() => _context.Abort();

    /// <summary>Finds the id under which the prompt shows a sentence.</summary>
    /// <param name="words">Words of the sentence, letter for letter.</param>
    /// <returns>The id with its brackets: <c>[1.2]</c>.</returns>
    /// <exception cref="TestBotException">The prompt shows no such sentence.</exception>
    public string IdOf(string words)
    {
        using var request = JsonDocument.Parse(Body);
        foreach (var line in Strings(request.RootElement).SelectMany(text => text.Split('\n')))
        {
            if (SentenceLine().Match(line) is { Success: true } match && line.Contains(words, StringComparison.Ordinal))
            {
                return match.Value;
            }
        }

        throw new TestBotException($"The prompt shows no sentence with \"{words}\". It says:\n{string.Join('\n', Strings(request.RootElement))}");
    }

    [GeneratedRegex(@"^\[\d+\.\d+\]", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceLine();

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };

    private Task LineAsync(object value) => RawAsync(JsonSerializer.Serialize(value) + "\n");

    private Task DataAsync(object value) => RawAsync($"data: {JsonSerializer.Serialize(value)}\n\n");

    private Task EventAsync(string name, object value) => RawAsync($"event: {name}\ndata: {JsonSerializer.Serialize(value)}\n\n");

    private async Task DeltaAsync(string text)
    {
        await StartAnthropicAsync();
        await EventAsync("content_block_delta", new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text } });
    }

    private async Task StartAnthropicAsync()
    {
        if (_started)
        {
            return;
        }

        await EventAsync("message_start", new { type = "message_start", message = new { id = "m1", type = "message", role = "assistant", model = "m", content = Array.Empty<object>(), stop_reason = (string?)null, stop_sequence = (string?)null, usage = new { input_tokens = 7, output_tokens = 1 } } });
        await EventAsync("content_block_start", new { type = "content_block_start", index = 0, content_block = new { type = "text", text = "" } });
    }
}