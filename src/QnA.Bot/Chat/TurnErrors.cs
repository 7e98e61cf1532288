using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;
using QnA.BotFramework.Hosting;

namespace QnA.Bot.Chat;

/// <summary>What happens when a turn in this process fails: the log gets everything, the person general words.</summary>
internal sealed partial class TurnErrors(IOptions<TurnOptions> options, ILogger<TurnErrors> logger)
{
    public async Task ApologiseAsync(ITurnContext turnContext, Exception exception)
    {
        var activity = turnContext.Activity;
        Log.TurnFailed(logger, exception, activity.Type, activity.ChannelId, activity.Conversation?.Id);
        try
        {
            await turnContext.SendActivityAsync(options.Value.ErrorMessage);
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
