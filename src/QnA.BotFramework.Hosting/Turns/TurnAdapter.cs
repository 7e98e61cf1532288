using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace QnA.BotFramework.Hosting;

/// <summary>The adapter of the channels that call over HTTP: who sends an activity is found out first, and its turn run when it is its time.</summary>
public class TurnAdapter : CloudAdapter
{
    /// <summary>Initializes the adapter.</summary>
    /// <param name="authentication">Proves who sends an activity, and who the bot is.</param>
    /// <param name="middleware">The middleware, in its order of registration.</param>
    /// <param name="errors">What happens when a turn fails.</param>
    /// <param name="logger">Takes what is reported.</param>
    public TurnAdapter(
        BotFrameworkAuthentication authentication, IEnumerable<IMiddleware> middleware, TurnErrors errors, ILogger<TurnAdapter> logger)
        : base(authentication, logger)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var item in middleware)
        {
            Use(item);
        }

        OnTurnError = errors.AnswerAsync;
    }

    /// <summary>Finds out who sends an activity.</summary>
    /// <exception cref="UnauthorizedAccessException">The token is missing or not valid.</exception>
    internal Task<AuthenticateRequestResult> AuthenticateAsync(Activity activity, string authorization, CancellationToken cancellationToken) =>
        BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authorization, cancellationToken);

    /// <summary>Runs the turn of an activity whose sender is known.</summary>
    /// <returns>What goes into the HTTP response; <see langword="null"/> when nothing does.</returns>
    internal Task<InvokeResponse?> RunAsync(
        AuthenticateRequestResult sender, Activity activity, IBot bot, CancellationToken cancellationToken) =>
        ProcessActivityAsync(sender, activity, bot.OnTurnAsync, cancellationToken)!;
}
