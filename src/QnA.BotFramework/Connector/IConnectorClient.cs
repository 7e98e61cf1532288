using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>A client of a channel's connector service.</summary>
public interface IConnectorClient : IDisposable
{
    /// <summary>Gets or sets the service's base address; a path in it is kept.</summary>
    Uri BaseUri { get; set; }

    /// <summary>Gets what signs the requests; null when they are not signed.</summary>
    ServiceClientCredentials? Credentials { get; }

    /// <summary>Gets the conversations of the channel.</summary>
    IConversations Conversations { get; }
}

/// <summary>The conversations of a channel. Every method throws <see cref="ErrorResponseException"/> when the channel refuses.</summary>
public interface IConversations
{
    /// <summary>Opens a conversation.</summary>
    /// <param name="parameters">The conversation to open.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversation's id.</returns>
    Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Sends an activity to the end of a conversation.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The activity's id.</returns>
    Task<ResourceResponse> SendToConversationAsync(string conversationId, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends an activity as a reply to another.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activityId">The activity that is answered.</param>
    /// <param name="activity">The reply.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reply's id.</returns>
    Task<ResourceResponse> ReplyToActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Replaces an activity.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activityId">The activity to replace.</param>
    /// <param name="activity">The new activity.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The activity's id.</returns>
    Task<ResourceResponse> UpdateActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="activityId">The activity.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends with the call.</returns>
    Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default);

    /// <summary>Gets all members of a conversation.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The members.</returns>
    Task<IList<ChannelAccount>> GetConversationMembersAsync(string conversationId, CancellationToken cancellationToken = default);

    /// <summary>Gets one member of a conversation.</summary>
    /// <param name="userId">The member's id.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The member.</returns>
    Task<ChannelAccount> GetConversationMemberAsync(string userId, string conversationId, CancellationToken cancellationToken = default);

    /// <summary>Gets one page of a conversation's members.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="pageSize">How many members at most; the channel decides when null.</param>
    /// <param name="continuationToken">The token of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page.</returns>
    Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default);
}
