using System.Globalization;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder;

/// <summary>An adapter for channels that speak the Activity Protocol, whatever carries the requests.</summary>
public abstract partial class CloudAdapterBase : BotAdapter
{
    /// <summary>Initializes the adapter.</summary>
    /// <param name="botFrameworkAuthentication">Proves who sends an activity, and who the bot is.</param>
    /// <param name="logger">Takes what the adapter reports.</param>
    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(botFrameworkAuthentication);
        BotFrameworkAuthentication = botFrameworkAuthentication;
        Logger = logger ?? NullLogger.Instance;
    }

    /// <summary>Gets what proves who sends an activity, and who the bot is.</summary>
    protected BotFrameworkAuthentication BotFrameworkAuthentication { get; }

    /// <summary>Gets what takes the adapter's reports.</summary>
    protected ILogger Logger { get; }

    /// <summary>Gets or sets the clock of delay activities.</summary>
    internal TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("There must be at least one activity to send.", nameof(activities));
        }

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            try
            {
                responses[i] = await SendAsync(turnContext, activities[i], cancellationToken) ?? new ResourceResponse(string.Empty);
            }
            catch (RestException exception)
            {
                Log.SendFailed(Logger, activities[i].Type, activities[i].ChannelId, activities[i].Conversation?.Id, exception);
                throw;
            }
        }

        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (string.IsNullOrEmpty(activity.Id))
        {
            throw new ArgumentException("An update needs the id of the activity that it replaces.", nameof(activity));
        }

        return Client(turnContext).Conversations.UpdateActivityAsync(activity.Conversation.Id, activity.Id, activity, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (string.IsNullOrEmpty(reference.ActivityId) || string.IsNullOrEmpty(reference.Conversation?.Id))
        {
            throw new ArgumentException("A deletion needs the ids of the conversation and of the activity.", nameof(reference));
        }

        return Client(turnContext).Conversations.DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId, cancellationToken);
    }

    /// <summary>Gets the factory of connector clients for a streaming connection.</summary>
    /// <param name="activity">An activity that came over the connection.</param>
    /// <returns>The factory.</returns>
    protected virtual ConnectorFactory GetStreamingConnectorFactory(Activity activity) =>
        throw new NotSupportedException("Streaming connections are not supported.");

    /// <summary>Authenticates an activity and runs its turn.</summary>
    /// <param name="authHeader">The request's Authorization header; empty when it had none.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>What goes into the HTTP response; null when nothing does.</returns>
    /// <exception cref="UnauthorizedAccessException">The token is missing or not valid.</exception>
    protected async Task<InvokeResponse?> ProcessActivityAsync(
        string? authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var result = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        return await ProcessActivityAsync(result, activity, callback, cancellationToken);
    }

    /// <summary>Runs the turn of an activity whose sender is known.</summary>
    /// <param name="authenticateRequestResult">The sender.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>What goes into the HTTP response; null when nothing does.</returns>
    protected async Task<InvokeResponse?> ProcessActivityAsync(
        AuthenticateRequestResult authenticateRequestResult, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticateRequestResult);
        ArgumentNullException.ThrowIfNull(activity);

        // What the wire says of the caller is never believed.
        activity.CallerId = authenticateRequestResult.CallerId;
        var factory = authenticateRequestResult.ConnectorFactory;
        var client = await factory.CreateAsync(activity.ServiceUrl, authenticateRequestResult.Audience, cancellationToken);
        using var context = CreateTurnContext(
            activity, authenticateRequestResult.ClaimsIdentity, authenticateRequestResult.Audience, client, factory, callback);
        await RunPipelineAsync(context, callback, cancellationToken);
        return ResultOf(context);
    }

    private static InvokeResponse? ResultOf(TurnContext context)
    {
        if (string.Equals(context.Activity.DeliveryMode, DeliveryModes.ExpectReplies, StringComparison.OrdinalIgnoreCase))
        {
            return new InvokeResponse { Status = 200, Body = new ExpectedReplies(context.BufferedReplyActivities) };
        }

        if (context.Activity.Type != ActivityTypes.Invoke)
        {
            return null;
        }

        return context.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse ?? new InvokeResponse { Status = 501 };
    }

    private static IConnectorClient Client(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<IConnectorClient>()
            ?? throw new InvalidOperationException("This turn has no connector client; activities can be sent only in turns of this adapter.");
    }

    private TurnContext CreateTurnContext(
        Activity activity, ClaimsIdentity identity, string? scope, IConnectorClient client, ConnectorFactory factory, BotCallbackHandler? callback)
    {
        var context = new TurnContext(this, activity);
        context.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        context.TurnState.Add(client);
        context.TurnState.Add(factory);
        context.TurnState.Set(OAuthScopeKey, scope);
        context.TurnState.Set(callback);
        return context;
    }

    private async Task<ResourceResponse?> SendAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        // A channel gives its own ids; one from an earlier send would be refused or mistaken.
        activity.Id = null;
        switch (activity.Type)
        {
            case ActivityTypes.Delay:
                var delay = TimeSpan.FromMilliseconds(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture));
                await Task.Delay(delay, TimeProvider, cancellationToken);
                return null;
            case ActivityTypesEx.InvokeResponse:
                turnContext.TurnState.Set(InvokeResponseKey, activity);
                return null;
            case ActivityTypes.Trace when activity.ChannelId != Channels.Emulator:
                return null;
            default:
                var conversations = Client(turnContext).Conversations;
                return string.IsNullOrWhiteSpace(activity.ReplyToId)
                    ? await conversations.SendToConversationAsync(activity.Conversation.Id, activity, cancellationToken)
                    : await conversations.ReplyToActivityAsync(activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "An activity of type {Type} did not reach conversation {Conversation} on channel {Channel}")]
        public static partial void SendFailed(ILogger logger, string type, string? channel, string? conversation, Exception exception);
    }
}
