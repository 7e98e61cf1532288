using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Access;
using QnA.Bot.Chat;
using QnA.Bot.Sdk;
using QnA.Core.Feedback;

namespace QnA.Bot.Feedback;

/// <summary>Takes the thumbs and words that people give an answer (Teams, "Bot messages with AI-generated content": feedback buttons).</summary>
/// <remarks>
/// Only answers that the conversation remembers can be rated: that says what was asked, and nobody can fill the storage with invented ids.
/// An answer from articles that the person may not see is to them as if it never was: the response is the same, and nothing is kept.
/// </remarks>
internal sealed partial class FeedbackInvoke(
    FeedbackStore store, ConversationMemories memories, TurnReaders readers, TimeProvider time, ILogger<FeedbackInvoke> logger)
{
    /// <summary>The name of the invoke.</summary>
    public const string Name = "message/submitAction";

    private const int MaxTextLength = 2000;

    public async Task<InvokeResponse> HandleAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (!ActivityValue.TryRead<SubmitAction>(activity.Value, out var action) || action.ActionName is null)
        {
            return Refused("The value must be an object with actionName and actionValue.");
        }

        if (action.ActionName != "feedback")
        {
            return new InvokeResponse { Status = StatusCodes.Status501NotImplemented };
        }

        if (action.ActionValue?.Reaction is not (FeedbackEntry.Like or FeedbackEntry.Dislike))
        {
            return Refused("actionValue.reaction must be like or dislike.");
        }

        if (string.IsNullOrEmpty(activity.ReplyToId))
        {
            return Refused("replyToId must be the id of the answer's message.");
        }

        var memory = await memories.ReadAsync(turnContext, cancellationToken);
        if (memory.FindReply(activity.ReplyToId, await readers.VisibilityOfAsync(turnContext, cancellationToken)) is { } reply)
        {
            await store.PutAsync(turnContext, EntryOf(activity, action.ActionValue, reply), cancellationToken);
        }
        else
        {
            Log.Unknown(logger, activity.ReplyToId, activity.Conversation?.Id);
        }

        return new InvokeResponse { Status = StatusCodes.Status200OK, Body = new Dictionary<string, object?>(StringComparer.Ordinal) };
    }

    private static InvokeResponse Refused(string message) => new()
    {
        Status = StatusCodes.Status400BadRequest,
        Body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["error"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = "BadRequest", ["message"] = message },
        },
    };

    // Teams wraps the words in JSON of its own; other clients may send them as they are.
    private static string TextOf(string? feedback)
    {
        var text = feedback?.Trim() ?? "";
        if (text.StartsWith('{'))
        {
            try
            {
                using var json = JsonDocument.Parse(text);
                text = json.RootElement.TryGetProperty("feedbackText", out var words) && words.ValueKind == JsonValueKind.String
                    ? words.GetString()!.Trim()
                    : "";
            }
            catch (JsonException)
            {
                // Then a person wrote a brace.
            }
        }

        return ConversationMemory.Shorten(text, MaxTextLength);
    }

    private FeedbackEntry EntryOf(IInvokeActivity activity, SubmitValue value, RememberedReply reply) => new()
    {
        Channel = activity.ChannelId,
        Conversation = activity.Conversation.Id,
        ActivityId = reply.ActivityIds[0],
        Question = reply.Question,
        Reaction = value.Reaction!,
        Text = TextOf(value.Feedback),
        At = time.GetUtcNow(),
        Citations = [.. reply.Citations],
    };

    private sealed class SubmitAction
    {
        public string? ActionName { get; set; }

        public SubmitValue? ActionValue { get; set; }
    }

    private sealed class SubmitValue
    {
        public string? Reaction { get; set; }

        public string? Feedback { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Feedback on {Activity} of conversation {Conversation} was not kept: no answer is remembered there that the person may see")]
        public static partial void Unknown(ILogger logger, string activity, string? conversation);
    }
}
