using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>The conversations of a channel's connector service (Activity Protocol, Connector API v3).</summary>
internal sealed class Conversations(ConnectorClient client) : IConversations
{
    public Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        SendAsync<ConversationResourceResponse>(HttpMethod.Post, "", parameters, cancellationToken);

    public Task<ResourceResponse> SendToConversationAsync(string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        SendAsync<ResourceResponse>(HttpMethod.Post, $"/{Escape(conversationId)}/activities", activity, cancellationToken);

    public Task<ResourceResponse> ReplyToActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        SendAsync<ResourceResponse>(HttpMethod.Post, $"/{Escape(conversationId)}/activities/{Escape(activityId)}", activity, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        SendAsync<ResourceResponse>(HttpMethod.Put, $"/{Escape(conversationId)}/activities/{Escape(activityId)}", activity, cancellationToken);

    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        SendAsync<ResourceResponse>(HttpMethod.Delete, $"/{Escape(conversationId)}/activities/{Escape(activityId)}", body: null, cancellationToken);

    public Task<IList<ChannelAccount>> GetConversationMembersAsync(string conversationId, CancellationToken cancellationToken = default) =>
        SendAsync<IList<ChannelAccount>>(HttpMethod.Get, $"/{Escape(conversationId)}/members", body: null, cancellationToken);

    public Task<ChannelAccount> GetConversationMemberAsync(string userId, string conversationId, CancellationToken cancellationToken = default) =>
        SendAsync<ChannelAccount>(HttpMethod.Get, $"/{Escape(conversationId)}/members/{Escape(userId)}", body: null, cancellationToken);

    public Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        SendAsync<PagedMembersResult>(
            HttpMethod.Get, $"/{Escape(conversationId)}/pagedmembers{PageQuery(pageSize, continuationToken)}", body: null, cancellationToken);

    private Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        where T : class
    {
        if (body is null && method != HttpMethod.Get && method != HttpMethod.Delete)
        {
            throw new ArgumentNullException(nameof(body));
        }

        return client.SendAsync<T>(method, "v3/conversations" + path, body, cancellationToken);
    }

    private static string PageQuery(int? pageSize, string? continuationToken)
    {
        List<string> query = [];
        if (pageSize is { } size)
        {
            query.Add(string.Create(CultureInfo.InvariantCulture, $"pageSize={size}"));
        }

        if (!string.IsNullOrEmpty(continuationToken))
        {
            query.Add($"continuationToken={Uri.EscapeDataString(continuationToken)}");
        }

        return query.Count == 0 ? string.Empty : "?" + string.Join('&', query);
    }

    private static string Escape(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);

        // A segment of dots is a step in the path even when it is escaped, so it would lead to another address.
        return value is "." or ".."
            ? throw new ArgumentException($"'{value}' cannot be the id of a conversation, an activity or a member.", nameof(value))
            : Uri.EscapeDataString(value);
    }
}
