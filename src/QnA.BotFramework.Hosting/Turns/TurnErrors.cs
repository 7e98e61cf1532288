using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace QnA.BotFramework.Hosting;

/// <summary>What happens when a turn fails, on any channel: the log gets everything, the person a general message. Safe for concurrent use.</summary>
/// <param name="turns">Where the turn runs.</param>
/// <param name="options">The options.</param>
/// <param name="logger">Takes what is reported.</param>
public sealed partial class TurnErrors(ConversationTurns turns, IOptions<TurnOptions> options, ILogger<TurnErrors> logger)
{
    /// <summary>Reports a failure and tells the person, as far as anybody waits for an answer. Never throws.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="exception">Why it failed.</param>
    /// <returns>A task that ends when the person was told.</returns>
    public async Task AnswerAsync(ITurnContext turnContext, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        turns.MarkFailed(activity);
        Log.TurnFailed(logger, exception, activity.Type, activity.ChannelId, activity.Conversation?.Id);
        try
        {
            switch (activity.Type)
            {
                case ActivityTypes.Message:
                    await turnContext.SendActivityAsync(MessageFactory.Text(options.Value.ErrorMessage), CancellationToken.None);
                    break;
                case ActivityTypes.Invoke:
                    var response = new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 500 } };
                    await turnContext.SendActivityAsync(response, CancellationToken.None);
                    break;
            }
        }
        catch (Exception second)
        {
            // Most often the channel itself is what failed; there is no one left to tell.
            Log.NotTold(logger, second, activity.ChannelId, activity.Conversation?.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed: {Type} on {Channel} in conversation {Conversation}")]
        public static partial void TurnFailed(ILogger logger, Exception exception, string? type, string? channel, string? conversation);

        [LoggerMessage(Level = LogLevel.Error, Message = "The person could not be told of a failed turn on {Channel} in conversation {Conversation}")]
        public static partial void NotTold(ILogger logger, Exception exception, string? channel, string? conversation);
    }
}
