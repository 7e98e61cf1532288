using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>A bot that has a method for each kind of activity, with those that Teams adds.</summary>
public class TeamsActivityHandler : ActivityHandler
{
    /// <inheritdoc/>
    protected override Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.Name is null && turnContext.Activity.ChannelId == Channels.Msteams
            ? OnTeamsCardActionInvokeAsync(turnContext, cancellationToken)
            : base.OnInvokeActivityAsync(turnContext, cancellationToken);
    }

    /// <summary>Handles the button of a card that is an invoke without a name; 501 unless overridden.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>The answer.</returns>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        Task.FromResult(new InvokeResponse { Status = 501 });

    /// <inheritdoc/>
    protected override Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        if (activity.ChannelId != Channels.Msteams)
        {
            return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
        }

        var data = activity.TryGetChannelData<TeamsChannelData>(out var read) ? read : new TeamsChannelData();
        if (activity.MembersAdded is { Count: > 0 } added)
        {
            return OnTeamsMembersAddedAsync(Members(added), data.Team, turnContext, cancellationToken);
        }

        if (activity.MembersRemoved is { Count: > 0 } removed)
        {
            return OnTeamsMembersRemovedAsync(Members(removed), data.Team, turnContext, cancellationToken);
        }

        return data.EventType switch
        {
            "channelCreated" when data.Channel is { } channel => OnTeamsChannelCreatedAsync(channel, data.Team, turnContext, cancellationToken),
            "channelDeleted" when data.Channel is { } channel => OnTeamsChannelDeletedAsync(channel, data.Team, turnContext, cancellationToken),
            "channelRenamed" when data.Channel is { } channel => OnTeamsChannelRenamedAsync(channel, data.Team, turnContext, cancellationToken),
            "channelRestored" when data.Channel is { } channel => OnTeamsChannelRestoredAsync(channel, data.Team, turnContext, cancellationToken),
            "teamArchived" when data.Team is { } team => OnTeamsTeamArchivedAsync(team, turnContext, cancellationToken),
            "teamDeleted" when data.Team is { } team => OnTeamsTeamDeletedAsync(team, turnContext, cancellationToken),
            "teamHardDeleted" when data.Team is { } team => OnTeamsTeamHardDeletedAsync(team, turnContext, cancellationToken),
            "teamRenamed" when data.Team is { } team => OnTeamsTeamRenamedAsync(team, turnContext, cancellationToken),
            "teamRestored" when data.Team is { } team => OnTeamsTeamRestoredAsync(team, turnContext, cancellationToken),
            "teamUnarchived" when data.Team is { } team => OnTeamsTeamUnarchivedAsync(team, turnContext, cancellationToken),
            _ => base.OnConversationUpdateActivityAsync(turnContext, cancellationToken),
        };
    }

    /// <summary>Handles members who joined; calls <see cref="ActivityHandler.OnMembersAddedAsync"/> unless overridden.</summary>
    /// <param name="teamsMembersAdded">All who joined, with what Teams sent of them; <see cref="TeamsInfo"/> knows the rest.</param>
    /// <param name="teamInfo">The team; null outside of teams.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsMembersAddedAsync(
        IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        OnMembersAddedAsync([.. teamsMembersAdded], turnContext, cancellationToken);

    /// <summary>Handles members who left; calls <see cref="ActivityHandler.OnMembersRemovedAsync"/> unless overridden.</summary>
    /// <param name="teamsMembersRemoved">All who left, with what Teams sent of them.</param>
    /// <param name="teamInfo">The team; null outside of teams.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsMembersRemovedAsync(
        IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) =>
        OnMembersRemovedAsync([.. teamsMembersRemoved], turnContext, cancellationToken);

    /// <summary>A channel was created.</summary>
    /// <param name="channelInfo">The channel.</param>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsChannelCreatedAsync(
        ChannelInfo channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A channel was deleted.</summary>
    /// <param name="channelInfo">The channel.</param>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsChannelDeletedAsync(
        ChannelInfo channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A channel was renamed.</summary>
    /// <param name="channelInfo">The channel.</param>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsChannelRenamedAsync(
        ChannelInfo channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A deleted channel was restored.</summary>
    /// <param name="channelInfo">The channel.</param>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsChannelRestoredAsync(
        ChannelInfo channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The team was archived.</summary>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsTeamArchivedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The team was deleted.</summary>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsTeamDeletedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The team was deleted for good.</summary>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsTeamHardDeletedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The team was renamed.</summary>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsTeamRenamedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The deleted team was restored.</summary>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsTeamRestoredAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The archived team is in use again.</summary>
    /// <param name="teamInfo">The team.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsTeamUnarchivedAsync(
        TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => EventOf(turnContext) switch
        {
            "editMessage" => OnTeamsMessageEditAsync(turnContext, cancellationToken),
            "undeleteMessage" => OnTeamsMessageUndeleteAsync(turnContext, cancellationToken),
            _ => base.OnMessageUpdateActivityAsync(turnContext, cancellationToken),
        };

    /// <inheritdoc/>
    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        EventOf(turnContext) == "softDeleteMessage"
            ? OnTeamsMessageSoftDeleteAsync(turnContext, cancellationToken)
            : base.OnMessageDeleteActivityAsync(turnContext, cancellationToken);

    /// <summary>A person edited a message.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsMessageEditAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>A person brought a deleted message back.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsMessageUndeleteAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>A person deleted a message.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the work.</returns>
    protected virtual Task OnTeamsMessageSoftDeleteAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private static string? EventOf(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.ChannelId == Channels.Msteams && turnContext.Activity.TryGetChannelData<TeamsChannelData>(out var data)
            ? data.EventType
            : null;
    }

    private static List<TeamsChannelAccount> Members(IList<ChannelAccount> accounts) =>
        [.. accounts.Select(a => a as TeamsChannelAccount ?? SchemaJson.ConvertTo<TeamsChannelAccount>(a)!)];
}
