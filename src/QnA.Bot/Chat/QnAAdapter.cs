using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace QnA.Bot.Chat;

/// <summary>The adapter of the bot: a turn that fails is logged in full and answered in general words.</summary>
internal sealed partial class QnAAdapter : CloudAdapter
{
    private const string Apology = "Something went wrong on my side. Please ask again in a moment.";

    public QnAAdapter(BotFrameworkAuthentication authentication, ILogger<QnAAdapter> logger)
        : base(authentication, logger) => OnTurnError = (turnContext, exception) => ApologiseAsync(turnContext, exception, logger);

    private static async Task ApologiseAsync(ITurnContext turnContext, Exception exception, ILogger logger)
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
