using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public abstract partial class CloudAdapterBase
{
    /// <inheritdoc/>
    public override Task ContinueConversationAsync(
        string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueConversationAsync(CreateClaimsIdentity(botAppId), reference, audience: null, callback, cancellationToken);

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ContinueConversationAsync(claimsIdentity, reference, audience: null, callback, cancellationToken);

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, ConversationReference reference, string? audience, BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ProcessProactiveAsync(claimsIdentity, reference.GetContinuationActivity(), audience, callback, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(
        string botAppId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessProactiveAsync(CreateClaimsIdentity(botAppId), continuationActivity, audience: null, callback, cancellationToken);

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessProactiveAsync(claimsIdentity, continuationActivity, audience: null, callback, cancellationToken);

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, string? audience, BotCallbackHandler callback,
        CancellationToken cancellationToken) =>
        ProcessProactiveAsync(claimsIdentity, continuationActivity, audience, callback, cancellationToken);

    /// <inheritdoc/>
    public override async Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string? audience, ConversationParameters conversationParameters,
        BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceUrl);
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        var identity = CreateClaimsIdentity(botAppId);
        identity.AddClaim(new Claim(AuthenticationConstants.ServiceUrlClaim, serviceUrl));
        audience ??= BotFrameworkAuthentication.GetOriginatingAudience();
        var factory = BotFrameworkAuthentication.CreateConnectorFactory(identity);
        var client = await factory.CreateAsync(serviceUrl, audience, cancellationToken);
        var created = await client.Conversations.CreateConversationAsync(conversationParameters, cancellationToken);

        var activity = (Activity)Activity.CreateEventActivity();
        activity.Name = "CreateConversation";
        activity.ChannelId = channelId;
        activity.ServiceUrl = serviceUrl;
        activity.Id = created.ActivityId ?? Guid.NewGuid().ToString("N");
        activity.Conversation = new ConversationAccount(
            conversationParameters.IsGroup, id: created.Id, tenantId: conversationParameters.TenantId);
        activity.ChannelData = conversationParameters.ChannelData;
        activity.Recipient = conversationParameters.Bot ?? new ChannelAccount();
        activity.From = conversationParameters.Members is [var only] ? only : new ChannelAccount();
        using var context = CreateTurnContext(activity, identity, audience, client, factory, callback);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        var result = new AuthenticateRequestResult
        {
            ClaimsIdentity = claimsIdentity,
            Audience = BotFrameworkAuthentication.GetOriginatingAudience(),
            ConnectorFactory = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity),
        };
        return await ProcessActivityAsync(result, activity, callback, cancellationToken);
    }

    /// <summary>Runs a turn that no incoming activity began.</summary>
    /// <param name="claimsIdentity">The bot's claims.</param>
    /// <param name="continuationActivity">The activity.</param>
    /// <param name="audience">The audience of outgoing tokens; the channel's when null.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    protected async Task ProcessProactiveAsync(
        ClaimsIdentity claimsIdentity, Activity continuationActivity, string? audience, BotCallbackHandler callback,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(continuationActivity);
        ArgumentNullException.ThrowIfNull(callback);
        if (string.IsNullOrEmpty(continuationActivity.ServiceUrl) || string.IsNullOrEmpty(continuationActivity.Conversation?.Id))
        {
            throw new ArgumentException("A conversation can be continued only with its service url and its id.", nameof(continuationActivity));
        }

        audience ??= BotFrameworkAuthentication.GetOriginatingAudience();
        var factory = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity);
        var client = await factory.CreateAsync(continuationActivity.ServiceUrl, audience, cancellationToken);
        using var context = CreateTurnContext(continuationActivity, claimsIdentity, audience, client, factory, callback);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    /// <summary>Makes the claims under which the bot itself starts a turn.</summary>
    /// <param name="botAppId">The bot's app id; empty when the bot has none.</param>
    /// <returns>The claims.</returns>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "An instance method in the official SDK.")]
    protected ClaimsIdentity CreateClaimsIdentity(string botAppId) => new(
    [
        new Claim(AuthenticationConstants.AudienceClaim, botAppId ?? string.Empty),
        new Claim(AuthenticationConstants.AppIdClaim, botAppId ?? string.Empty),
    ]);
}
