using Microsoft.Bot.Builder;

namespace QnA.Bot.Chat;

/// <summary>What happens when a turn fails: the log gets everything, the person general words.</summary>
internal sealed partial class TurnErrors(ILogger<TurnErrors> logger)
{
    private const string Apology = "Something went wrong on my side. Please ask again in a moment.";

    public async Task ApologiseAsync(ITurnContext turnContext, Exception exception)
    {
        var activity = turnContext.Activity;
        Log.TurnFailed(logger, exception, activity.Type, activity.ChannelId, activity.Conversation?.Id);
        try
        {
            await turnContext.SendActivityAsync(Apology);
        }
        catch (Exception second)
        {
            // Most often the channel itself is what failed.
            Log.ApologyFailed(logger, second, activity.ChannelId, activity.Conversation?.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed: {Type} on {Channel} in conversation {Conversation}")]
        public static partial void TurnFailed(ILogger logger, Exception exception, string? type, string? channel, string? conversation);

        [LoggerMessage(Level = LogLevel.Error, Message = "The person could not be told of a failed turn on {Channel} in conversation {Conversation}")]
        public static partial void ApologyFailed(ILogger logger, Exception exception, string? channel, string? conversation);
    }
}
