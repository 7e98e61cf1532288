using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams about teams and members. Every method throws <see cref="ErrorResponseException"/> when Teams refuses.</summary>
public static class TeamsInfo
{
    /// <summary>Gets a team.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="teamId">The team; that of the turn when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The team.</returns>
    public static Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default) =>
        GetAsync<TeamDetails>(turnContext, $"v3/teams/{Uri.EscapeDataString(TeamOf(turnContext, teamId))}", cancellationToken);

    /// <summary>Gets the channels of a team.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="teamId">The team; that of the turn when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The channels.</returns>
    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(
        ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default)
    {
        var path = $"v3/teams/{Uri.EscapeDataString(TeamOf(turnContext, teamId))}/conversations";
        return (await GetAsync<ConversationList>(turnContext, path, cancellationToken)).Conversations ?? [];
    }

    /// <summary>Gets all members of a team; for large teams take the pages.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="teamId">The team; that of the turn when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The members.</returns>
    public static Task<IEnumerable<TeamsChannelAccount>> GetTeamMembersAsync(
        ITurnContext turnContext, string? teamId = null, CancellationToken cancellationToken = default) =>
        GetAllAsync(turnContext, TeamOf(turnContext, teamId), cancellationToken);

    /// <summary>Gets all members of the turn's team, or else of its conversation; for large ones take the pages.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The members.</returns>
    public static Task<IEnumerable<TeamsChannelAccount>> GetMembersAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
        GetAllAsync(turnContext, PlaceOf(turnContext), cancellationToken);

    /// <summary>Gets a page of the members of a team.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="teamId">The team; that of the turn when null.</param>
    /// <param name="continuationToken">The token of the page before; null for the first page.</param>
    /// <param name="pageSize">How many members at most; Teams decides when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(
        ITurnContext turnContext, string? teamId = null, string? continuationToken = null, int? pageSize = null,
        CancellationToken cancellationToken = default) =>
        GetPageAsync(turnContext, TeamOf(turnContext, teamId), pageSize, continuationToken, cancellationToken);

    /// <summary>Gets a page of the members of the turn's team, or else of its conversation.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="pageSize">How many members at most; Teams decides when null.</param>
    /// <param name="continuationToken">The token of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        GetPageAsync(turnContext, PlaceOf(turnContext), pageSize, continuationToken, cancellationToken);

    /// <summary>Gets a member of a team.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="userId">The member's id.</param>
    /// <param name="teamId">The team; that of the turn when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The member.</returns>
    public static Task<TeamsChannelAccount> GetTeamMemberAsync(
        ITurnContext turnContext, string userId, string? teamId = null, CancellationToken cancellationToken = default) =>
        GetOneAsync(turnContext, userId, TeamOf(turnContext, teamId), cancellationToken);

    /// <summary>Gets a member of the turn's team, or else of its conversation.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="userId">The member's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The member.</returns>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        GetOneAsync(turnContext, userId, PlaceOf(turnContext), cancellationToken);

    /// <summary>Starts a thread in a channel of a team.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="activity">The first message.</param>
    /// <param name="teamsChannelId">The channel's id.</param>
    /// <param name="botAppId">The bot's app id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The thread and the id of its first message.</returns>
    public static async Task<Tuple<ConversationReference, string>> SendMessageToTeamsChannelAsync(
        ITurnContext turnContext, IActivity activity, string teamsChannelId, string botAppId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentException.ThrowIfNullOrEmpty(teamsChannelId);
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = teamsChannelId } },
            Activity = (Activity)activity,
        };
        Tuple<ConversationReference, string>? thread = null;
        await turnContext.Adapter.CreateConversationAsync(
            botAppId,
            Channels.Msteams,
            turnContext.Activity.ServiceUrl,
            turnContext.TurnState.Get<string?>(BotAdapter.OAuthScopeKey),
            parameters,
            (turn, _) =>
            {
                thread = Tuple.Create(turn.Activity.GetConversationReference(), turn.Activity.Id ?? string.Empty);
                return Task.CompletedTask;
            },
            cancellationToken);
        return thread!;
    }

    private static async Task<IEnumerable<TeamsChannelAccount>> GetAllAsync(
        ITurnContext turnContext, string conversationId, CancellationToken cancellationToken) =>
        (await ClientOf(turnContext).Conversations.GetConversationMembersAsync(conversationId, cancellationToken)).Select(Member).ToList();

    private static async Task<TeamsPagedMembersResult> GetPageAsync(
        ITurnContext turnContext, string conversationId, int? pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        var page = await ClientOf(turnContext).Conversations.GetConversationPagedMembersAsync(
            conversationId, pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult { ContinuationToken = page.ContinuationToken, Members = page.Members?.Select(Member).ToList() ?? [] };
    }

    private static async Task<TeamsChannelAccount> GetOneAsync(
        ITurnContext turnContext, string userId, string conversationId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return Member(await ClientOf(turnContext).Conversations.GetConversationMemberAsync(userId, conversationId, cancellationToken));
    }

    private static TeamsChannelAccount Member(ChannelAccount account) =>
        account as TeamsChannelAccount ?? SchemaJson.ConvertTo<TeamsChannelAccount>(account)!;

    private static Task<T> GetAsync<T>(ITurnContext turnContext, string path, CancellationToken cancellationToken)
        where T : class =>
        ClientOf(turnContext) is ConnectorClient client
            ? client.SendAsync<T>(HttpMethod.Get, path, body: null, cancellationToken)
            : throw new InvalidOperationException("Teams can be asked about a team only through the connector client of this library's adapter.");

    private static IConnectorClient ClientOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>()
        ?? throw new InvalidOperationException("This turn has no connector client, so Teams cannot be asked.");

    private static string TeamOf(ITurnContext turnContext, string? teamId)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id
            ?? throw new InvalidOperationException("This turn is not in a team: give the team's id.");
    }

    private static string PlaceOf(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity.Conversation?.Id
            ?? throw new InvalidOperationException("This turn has no conversation.");
    }
}
