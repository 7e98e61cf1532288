using Microsoft.Bot.Schema;

namespace QnA.Bot.Conversations;

/// <summary>How a conversation can be reached when nobody has just written in it. Kept as JSON, so it has only plain properties.</summary>
/// <remarks>The service address is what a channel said; whoever sends there checks it against the allow-list again.</remarks>
internal sealed record RememberedConversation
{
    public string ChannelId { get; init; } = "";

    public string ServiceUrl { get; init; } = "";

    public string ConversationId { get; init; } = "";

    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }

    public string? BotId { get; init; }

    public string? BotName { get; init; }

    /// <summary>Gets the person of a personal chat; <see langword="null"/> elsewhere, where every turn has another.</summary>
    public string? UserId { get; init; }

    public string? Locale { get; init; }

    public static RememberedConversation Of(IActivity activity)
    {
        var conversation = activity.Conversation;
        var isShared = conversation.IsGroup == true || conversation.ConversationType is "channel" or "groupChat";
        return new RememberedConversation
        {
            ChannelId = activity.ChannelId,
            ServiceUrl = activity.ServiceUrl,
            ConversationId = conversation.Id,
            ConversationType = conversation.ConversationType,
            TenantId = conversation.TenantId,
            BotId = activity.Recipient?.Id,
            BotName = activity.Recipient?.Name,
            UserId = isShared ? null : activity.From?.Id,
            Locale = isShared ? null : (activity as Activity)?.Locale,
        };
    }
}
