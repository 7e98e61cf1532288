using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace QnA.BotFramework.Hosting;

/// <summary>Takes the requests of channels. The turn of an activity runs apart from its request, so that it may outlive it.</summary>
/// <remarks>
/// A request is answered when its turn has ended, or 202 after <see cref="TurnOptions.AnswerAfter"/>; those that are answered in the response
/// (invokes, expected replies) always wait. A channel that hangs up does not end the turn, unless the replies were to go into its response.
/// </remarks>
internal sealed partial class MessagesEndpoint(
    ConversationTurns turns, TurnAdapter adapter, IOptions<TurnOptions> options, TimeProvider timeProvider, ILogger<MessagesEndpoint> logger)
{
    private readonly TurnOptions _options = options.Value;

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

        if (await RequestBody.ReadAsync(request, _options.MaxBodyLength, context.RequestAborted) is not { } body)
        {
            await RefuseAsync(context, 413, "PayloadTooLarge", $"The body is larger than {_options.MaxBodyLength} bytes.");
            return;
        }

        Activity activity;
        try
        {
            activity = Check(ActivityJson.Read(body));
        }
        catch (FormatException exception)
        {
            await RefuseAsync(context, 400, "BadRequest", exception.Message);
            return;
        }

        if (turns.TryEnter(activity) is not { } place)
        {
            context.Response.Headers.RetryAfter = "1";
            await RefuseAsync(context, 429, "TooManyRequests", "Too many activities of this conversation are waiting for their turn.");
            return;
        }

        var isReplyExpected = string.Equals(activity.DeliveryMode, DeliveryModes.ExpectReplies, StringComparison.OrdinalIgnoreCase);
        var running = RunAsync(place, request.Headers.Authorization.ToString(), isReplyExpected, context.RequestAborted);
        await AnswerAsync(context, running, isReplyExpected || activity.Type == ActivityTypes.Invoke);
    }

    private static Activity Check(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity.ServiceUrl))
        {
            throw new FormatException("The activity has no serviceUrl.");
        }

        if (string.IsNullOrWhiteSpace(activity.Conversation?.Id))
        {
            throw new FormatException("The activity has no conversation with an id.");
        }

        activity.ChannelId ??= string.Empty;
        activity.From ??= new ChannelAccount();
        activity.Recipient ??= new ChannelAccount();
        return activity;
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.StartsWith("application/vnd.microsoft.activity", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private async Task<InvokeResponse?> RunAsync(TurnPlace place, string authorization, bool isReplyExpected, CancellationToken aborted)
    {
        using (place)
        {
            // It has its place already: how long the proof takes does not change the order of a conversation.
            var sender = await adapter.AuthenticateAsync(place.Activity, authorization, CancellationToken.None);
            if (!place.TryAccept(place.Activity.Id))
            {
                return isReplyExpected ? new InvokeResponse { Status = StatusCodes.Status200OK, Body = new ExpectedReplies { Activities = [] } } : null;
            }

            InvokeResponse? response = null;
            await place.RunAsync(
                async (bot, token) => response = await adapter.RunAsync(sender, place.Activity, bot, token), isReplyExpected ? aborted : default);
            return response;
        }
    }

    private async Task AnswerAsync(HttpContext context, Task<InvokeResponse?> running, bool isAnsweredInResponse)
    {
        try
        {
            var response = isAnsweredInResponse
                ? await running.WaitAsync(context.RequestAborted)
                : await running.WaitAsync(_options.AnswerAfter, timeProvider, context.RequestAborted);
            context.Response.StatusCode = response?.Status ?? StatusCodes.Status200OK;
            if (response?.Body is { } content)
            {
                await WriteAsync(context, ActivityJson.Write(content));
            }
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The channel hung up; the turn goes on.
        }
        catch (UnauthorizedAccessException exception)
        {
            Log.Refused(logger, StatusCodes.Status401Unauthorized, exception.Message);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        catch (Exception exception) when (ServiceUrlRefusal.Is(exception))
        {
            await RefuseAsync(context, 403, "ServiceUrlNotAllowed", exception.Message);
        }
        catch (Exception) when (running.IsFaulted || running.IsCanceled)
        {
            await RefuseAsync(context, 500, "InternalServerError", "The turn failed.");
        }
    }

    private Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        Log.Refused(logger, status, message);
        context.Response.StatusCode = status;
        return WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(new { error = new { code, message } }));
    }

    private static async Task WriteAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused with HTTP status {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);
    }
}
