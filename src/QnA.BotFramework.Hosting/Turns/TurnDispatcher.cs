using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace QnA.BotFramework.Hosting;

/// <summary>Takes the requests of channels and runs each turn apart from its request, so that a turn may outlive it.</summary>
/// <remarks>
/// A request is answered when its turn has ended, or 202 after <see cref="TurnOptions.AnswerAfter"/>; those that are answered in the
/// response (invokes, expected replies) always wait. A channel that hangs up does not end the turn, unless the replies were to go into its response. When the host stops, running
/// turns are awaited for <see cref="TurnOptions.DrainTimeout"/> and then cancelled.
/// </remarks>
internal sealed partial class TurnDispatcher(
    IBotFrameworkHttpAdapter adapter, TurnGate gate, IServiceScopeFactory scopes, IOptions<TurnOptions> options, TimeProvider timeProvider,
    ILogger<TurnDispatcher> logger) : IHostedService, IDisposable
{
    private readonly TurnOptions _options = options.Value;
    private readonly ConversationQueue _queue = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly CancellationTokenSource _cancelled = new();

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (!IsJson(request.ContentType))
        {
            await RefuseAsync(context, 415, "UnsupportedMediaType", "The body must be JSON in UTF-8: send Content-Type application/json.");
            return;
        }

        if (await ReadBodyAsync(request, context.RequestAborted) is not { } body)
        {
            await RefuseAsync(context, 413, "PayloadTooLarge", $"The body is larger than {_options.MaxBodyLength} bytes.");
            return;
        }

        ActivityEnvelope envelope;
        try
        {
            envelope = ActivityEnvelope.Parse(body);
        }
        catch (FormatException exception)
        {
            await RefuseAsync(context, 400, "BadRequest", exception.Message);
            return;
        }

        if (_queue.TryEnter($"{envelope.ChannelId}\n{envelope.ConversationId}", _options.MaxWaiting) is not { } place)
        {
            context.Response.Headers.RetryAfter = "1";
            await RefuseAsync(context, 429, "TooManyRequests", "Too many activities of this conversation are waiting for their turn.");
            return;
        }

        if (envelope.IsReplyExpected)
        {
            place.HungUp = context.RequestAborted;
        }

        await AnswerAsync(context, envelope, StartTurnAsync(CreateRequest(request, body), place));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for the running turns, then cancels those that are left.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var running = Task.WhenAll(_running.Keys);
        try
        {
            await running.WaitAsync(_options.DrainTimeout, timeProvider, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            Log.NotDrained(logger, _running.Count);
            await _cancelled.CancelAsync();
        }
    }

    public void Dispose() => _cancelled.Dispose();

    private static DefaultHttpContext CreateRequest(HttpRequest original, byte[] body)
    {
        // The original belongs to the server, which uses it for another request as soon as this one is answered.
        var copy = new DefaultHttpContext();
        copy.Request.Method = original.Method;
        copy.Request.Scheme = original.Scheme;
        copy.Request.Host = original.Host;
        copy.Request.Path = original.Path;
        copy.Request.QueryString = original.QueryString;
        foreach (var (name, values) in original.Headers)
        {
            copy.Request.Headers[name] = values;
        }

        copy.Request.Body = new MemoryStream(body, writable: false);
        copy.Request.ContentLength = body.Length;
        copy.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new MemoryStream()));
        return copy;
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.StartsWith("application/vnd.microsoft.activity", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new { error = new { code, message } }, JsonSerializerOptions.Default, contentType: "application/json; charset=utf-8", context.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext context, ActivityEnvelope envelope, Task<HttpContext> turn)
    {
        try
        {
            var answered = envelope.IsAnsweredInResponse
                ? await turn.WaitAsync(context.RequestAborted)
                : await turn.WaitAsync(_options.AnswerAfter, timeProvider, context.RequestAborted);
            context.Response.StatusCode = answered.Response.StatusCode;
            foreach (var (name, values) in answered.Response.Headers.Where(h => h.Key != HeaderNames.TransferEncoding))
            {
                context.Response.Headers[name] = values;
            }

            var body = (MemoryStream)answered.Response.Body;
            if (body.Length > 0)
            {
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
            }
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The channel hung up; the turn goes on.
        }
        catch (Exception) when (turn.IsFaulted || turn.IsCanceled)
        {
            await RefuseAsync(context, 500, "InternalServerError", "The turn failed.");
        }
    }

    private async Task<HttpContext> RunAsync(DefaultHttpContext context, ConversationQueue.Place place)
    {
        using (place)
        {
            gate.Enter(place);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                context.RequestServices = scope.ServiceProvider;
                var bot = scope.ServiceProvider.GetRequiredService<IBot>();
                await adapter.ProcessAsync(context.Request, context.Response, bot, _cancelled.Token);
                await context.Response.BodyWriter.FlushAsync(_cancelled.Token);
                return context;
            }
            catch (Exception exception)
            {
                Log.TurnFailed(logger, exception);
                throw;
            }
        }
    }

    private Task<HttpContext> StartTurnAsync(DefaultHttpContext context, ConversationQueue.Place place)
    {
        var turn = RunAsync(context, place);
        _running.TryAdd(turn, 0);
        _ = turn.ContinueWith(
            (ended, _) => _running.TryRemove(ended, out var _), null,
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return turn;
    }

    private async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > _options.MaxBodyLength)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > _options.MaxBodyLength)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed outside of the adapter's error handler")]
        public static partial void TurnFailed(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Count} turns had not ended when the host stopped, and were cancelled")]
        public static partial void NotDrained(ILogger logger, int count);
    }
}
