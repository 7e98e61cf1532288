using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace QnA.Models.Tests.Doubles;

/// <summary>A server on loopback that speaks the streaming protocols of OpenAI, Ollama and Anthropic, as a script tells it.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly Func<Reply, Task> _script;
    private LoopbackServer? _loopback;

    private ModelServer(Func<Reply, Task> script) => _script = script;

    public Uri Address => _loopback!.Address;

    public ConcurrentQueue<string> Requests { get; } = [];

    public static async Task<ModelServer> StartAsync(Func<Reply, Task> script)
    {
        var server = new ModelServer(script);
        server._loopback = await LoopbackServer.StartAsync(server.HandleAsync);
        return server;
    }

    public static Task<ModelServer> WritingAsync(params string[] chunks) => StartAsync(reply => reply.AnswerAsync(chunks));

    public ValueTask DisposeAsync() => _loopback!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(body);
        await _script(new Reply(context, Requests.Count, body));
    }

    internal sealed class Reply(HttpContext context, int number, string body)
    {
        private bool _started;

        /// <summary>Which request of this server it answers, from 1.</summary>
        public int Number => number;

        /// <summary>Whether it is asked to make a question stand alone.</summary>
        public bool IsRewrite => body.Contains("Conversation:", StringComparison.Ordinal);

        /// <summary>Whether it is asked to judge a sentence.</summary>
        public bool IsCheck => body.Contains("Sentence:", StringComparison.Ordinal);

        /// <summary>The request as it came.</summary>
        public string Body => body;

        public CancellationToken Aborted => context.RequestAborted;

        private bool IsOllama => context.Request.Path.StartsWithSegments("/api/chat", StringComparison.Ordinal);

        private bool IsAnthropic => context.Request.Path.StartsWithSegments("/v1/messages", StringComparison.Ordinal);

        /// <summary>Writes a whole output and ends.</summary>
        public async Task AnswerAsync(params string[] chunks)
        {
            foreach (var chunk in chunks)
            {
                await WriteAsync(chunk);
            }

            await EndAsync();
        }

        public Task WriteAsync(string text) =>
            IsOllama ? LineAsync(new { model = "m", created_at = "2025-01-01T00:00:00Z", message = new { role = "assistant", content = text }, done = false })
            : IsAnthropic ? DeltaAsync(text)
            : DataAsync(new { id = "1", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = (string?)null } } });

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

        public Task FailAsync(int status, string? retryAfter = null)
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(IsOllama
                ? """{"error":"refused, key was secret-key"}"""
                : """{"error":{"message":"refused, key was secret-key","type":"error"},"type":"error"}""");
        }

        public async Task RawAsync(string text)
        {
            if (!_started)
            {
                context.Response.ContentType = IsOllama ? "application/x-ndjson" : "text/event-stream";
                _started = true;
            }

            await context.Response.WriteAsync(text, Aborted);
            await context.Response.Body.FlushAsync(Aborted);
        }

        public void Cut() => context.Abort();

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
}
