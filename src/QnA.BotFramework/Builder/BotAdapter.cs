using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Connects a bot with channels: runs its turns and sends what it says.</summary>
/// <remarks>Configure it before the first turn; then turns may run in parallel.</remarks>
public abstract class BotAdapter
{
    /// <summary>The name in <see cref="ITurnContext.TurnState"/> of the activity that carries an invoke's response.</summary>
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    /// <summary>The name in <see cref="ITurnContext.TurnState"/> of the caller's claims.</summary>
    public const string BotIdentityKey = "BotIdentity";

    /// <summary>The name in <see cref="ITurnContext.TurnState"/> of the scope of outgoing tokens.</summary>
    public const string OAuthScopeKey = "Microsoft.Bot.Builder.BotAdapter.OAuthScope";

    /// <summary>Initializes an adapter without middleware.</summary>
    protected BotAdapter()
    {
    }

    /// <summary>Gets or sets what happens with an exception that a turn throws; it is thrown on when this is null.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    /// <summary>Gets the middleware that runs around every turn.</summary>
    public MiddlewareSet MiddlewareSet { get; } = [];

    /// <summary>Adds middleware that runs around every turn.</summary>
    /// <param name="middleware">The middleware.</param>
    /// <returns>This adapter.</returns>
    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Sends activities to the channel.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="activities">The activities, addressed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One response for each activity, in the same order.</returns>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    /// <summary>Replaces an activity on the channel.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="activity">The new activity, with the id of the one to replace.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channel's response.</returns>
    public abstract Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    /// <summary>Deletes an activity on the channel.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="reference">The activity's conversation and id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends with the call.</returns>
    public abstract Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Runs a turn that no incoming activity began.</summary>
    /// <param name="botId">The bot's app id.</param>
    /// <param name="reference">The conversation.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public virtual async Task ContinueConversationAsync(
        string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        using var context = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    /// <summary>Runs a turn that no incoming activity began.</summary>
    /// <param name="claimsIdentity">The bot's claims.</param>
    /// <param name="reference">The conversation.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} does not continue conversations in this way.");

    /// <summary>Runs a turn that no incoming activity began.</summary>
    /// <param name="claimsIdentity">The bot's claims.</param>
    /// <param name="reference">The conversation.</param>
    /// <param name="audience">The audience of outgoing tokens.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, string? audience, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} does not continue conversations in this way.");

    /// <summary>Runs a turn with an activity of the bot's own making.</summary>
    /// <param name="botId">The bot's app id.</param>
    /// <param name="continuationActivity">The activity.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public virtual Task ContinueConversationAsync(
        string botId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} does not continue conversations in this way.");

    /// <summary>Runs a turn with an activity of the bot's own making.</summary>
    /// <param name="claimsIdentity">The bot's claims.</param>
    /// <param name="continuationActivity">The activity.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} does not continue conversations in this way.");

    /// <summary>Runs a turn with an activity of the bot's own making.</summary>
    /// <param name="claimsIdentity">The bot's claims.</param>
    /// <param name="continuationActivity">The activity.</param>
    /// <param name="audience">The audience of outgoing tokens.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, string? audience, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} does not continue conversations in this way.");

    /// <summary>Opens a conversation and runs a turn in it.</summary>
    /// <param name="botAppId">The bot's app id.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="serviceUrl">The channel's connector service.</param>
    /// <param name="audience">The audience of outgoing tokens.</param>
    /// <param name="conversationParameters">The conversation to open.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public virtual Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string? audience, ConversationParameters conversationParameters,
        BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} does not open conversations.");

    /// <summary>Runs a turn for an activity whose sender is known.</summary>
    /// <param name="claimsIdentity">The sender's claims.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>What goes into the HTTP response; null when nothing does.</returns>
    public virtual Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} does not take activities from callers that are already authenticated.");

    /// <summary>Runs a turn: culture from the activity's locale, then the middleware, then the bot; <see cref="OnTurnError"/> around all.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler? callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        try
        {
            SetCulture(turnContext);
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, exception);
        }
    }

    private static void SetCulture(ITurnContext turnContext)
    {
        if (turnContext.Activity?.Locale is not { Length: > 0 } locale)
        {
            return;
        }

        try
        {
            // The culture belongs to this asynchronous flow and ends with it.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale);
            if (turnContext is TurnContext turn)
            {
                turn.Locale = locale;
            }
        }
        catch (CultureNotFoundException)
        {
            // A channel may send a locale that this machine does not know; the turn then keeps the machine's culture.
        }
    }
}
