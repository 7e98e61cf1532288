using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace QnA.Bot.Chat;

/// <summary>The adapter for channels that send activities over HTTP.</summary>
internal sealed class QnAAdapter : CloudAdapter
{
    public QnAAdapter(BotFrameworkAuthentication authentication, TurnErrors errors, ILogger<QnAAdapter> logger)
        : base(authentication, logger) => OnTurnError = (turnContext, exception) => errors.ApologiseAsync(turnContext, exception);
}
