using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace QnA.BotFramework.Hosting;

/// <summary>The HTTP adapter with the turn gate as its first middleware, and a general message to the person when a turn fails.</summary>
public partial class TurnAdapter : CloudAdapter
{
    private readonly string _errorMessage;
    private readonly ILogger _logger;

    /// <summary>Initializes the adapter.</summary>
    /// <param name="authentication">Proves who sends an activity, and who the bot is.</param>
    /// <param name="gate">The first middleware.</param>
    /// <param name="middleware">The middleware that follows, in its order of registration.</param>
    /// <param name="options">The options.</param>
    /// <param name="logger">Takes what is reported.</param>
    public TurnAdapter(
        BotFrameworkAuthentication authentication, TurnGate gate, IEnumerable<IMiddleware> middleware, IOptions<TurnOptions> options,
        ILogger<TurnAdapter> logger)
        : base(authentication, logger)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        ArgumentNullException.ThrowIfNull(options);
        _errorMessage = options.Value.ErrorMessage;
        _logger = logger;
        Use(gate);
        foreach (var item in middleware)
        {
            Use(item);
        }

        OnTurnError = AnswerErrorAsync;
    }

    private async Task AnswerErrorAsync(ITurnContext turnContext, Exception exception)
    {
        var activity = turnContext.Activity;
        Log.TurnFailed(_logger, activity.Type, activity.Conversation?.Id, exception);
        try
        {
            switch (activity.Type)
            {
                case ActivityTypes.Message:
                    await turnContext.SendActivityAsync(MessageFactory.Text(_errorMessage), CancellationToken.None);
                    break;
                case ActivityTypes.Invoke:
                    var response = new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 500 } };
                    await turnContext.SendActivityAsync(response, CancellationToken.None);
                    break;
            }
        }
        catch (Exception second)
        {
            // The channel may be what failed in the first place; there is no one left to tell.
            Log.ErrorNotSent(_logger, activity.Conversation?.Id, second);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The turn of an activity of type {Type} failed in conversation {Conversation}")]
        public static partial void TurnFailed(ILogger logger, string type, string? conversation, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "The error message could not be sent to conversation {Conversation}")]
        public static partial void ErrorNotSent(ILogger logger, string? conversation, Exception exception);
    }
}
