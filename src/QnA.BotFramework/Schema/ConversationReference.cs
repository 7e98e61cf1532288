using System.Globalization;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A place in a conversation to which the bot can come back.</summary>
public class ConversationReference
{
    /// <summary>Initializes an empty reference.</summary>
    public ConversationReference()
    {
    }

    /// <summary>Initializes a reference from its parts.</summary>
    public ConversationReference(
        string? activityId = null, ChannelAccount? user = null, ChannelAccount? bot = null, ConversationAccount? conversation = null,
        string? channelId = null, string? serviceUrl = null)
    {
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    /// <summary>Initializes a reference from its parts, with the language.</summary>
    public ConversationReference(
        CultureInfo locale, string? activityId = null, ChannelAccount? user = null, ChannelAccount? bot = null,
        ConversationAccount? conversation = null, string? channelId = null, string? serviceUrl = null)
    {
        Locale = locale?.Name;
        ActivityId = activityId;
        User = user;
        Bot = bot;
        Conversation = conversation;
        ChannelId = channelId;
        ServiceUrl = serviceUrl;
    }

    /// <summary>Gets or sets the id of the activity referred to.</summary>
    [JsonPropertyName("activityId")]
    public string? ActivityId { get; set; }

    /// <summary>Gets or sets the user.</summary>
    [JsonPropertyName("user")]
    public ChannelAccount? User { get; set; }

    /// <summary>Gets or sets the bot.</summary>
    [JsonPropertyName("bot")]
    public ChannelAccount? Bot { get; set; }

    /// <summary>Gets or sets the conversation.</summary>
    [JsonPropertyName("conversation")]
    public ConversationAccount? Conversation { get; set; }

    /// <summary>Gets or sets the channel's id.</summary>
    [JsonPropertyName("channelId")]
    public string? ChannelId { get; set; }

    /// <summary>Gets or sets the language, as a BCP 47 tag.</summary>
    [JsonPropertyName("locale")]
    public string? Locale { get; set; }

    /// <summary>Gets or sets the base address of the channel's connector service.</summary>
    [JsonPropertyName("serviceUrl")]
    public string? ServiceUrl { get; set; }

    /// <summary>Gets the event with which a bot resumes this conversation of its own accord.</summary>
    /// <returns>An event named <c>ContinueConversation</c> with a new id.</returns>
    public Activity GetContinuationActivity()
    {
        var activity = (Activity)Activity.CreateEventActivity();
        activity.Name = "ContinueConversation";
        activity.Id = Guid.NewGuid().ToString();
        activity.RelatesTo = this;
        activity.ChannelId = ChannelId!;
        activity.ServiceUrl = ServiceUrl!;
        activity.Conversation = Conversation!;
        activity.Locale = Locale;
        activity.From = User!;
        activity.Recipient = Bot!;
        return activity;
    }
}

/// <summary>What a channel needs to know to open a conversation.</summary>
public class ConversationParameters
{
    /// <summary>Initializes empty parameters.</summary>
    public ConversationParameters()
    {
    }

    /// <summary>Initializes parameters from their parts.</summary>
    public ConversationParameters(
        bool? isGroup = null, ChannelAccount? bot = null, IList<ChannelAccount>? members = null, string? topicName = null,
        Activity? activity = null, object? channelData = null, string? tenantId = null)
    {
        IsGroup = isGroup;
        Bot = bot;
        Members = members;
        TopicName = topicName;
        Activity = activity;
        ChannelData = channelData;
        TenantId = tenantId;
    }

    /// <summary>Gets or sets whether there may be more than two members.</summary>
    [JsonPropertyName("isGroup")]
    public bool? IsGroup { get; set; }

    /// <summary>Gets or sets the bot.</summary>
    [JsonPropertyName("bot")]
    public ChannelAccount? Bot { get; set; }

    /// <summary>Gets or sets the members.</summary>
    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }

    /// <summary>Gets or sets the topic.</summary>
    [JsonPropertyName("topicName")]
    public string? TopicName { get; set; }

    /// <summary>Gets or sets the first activity.</summary>
    [JsonPropertyName("activity")]
    public Activity? Activity { get; set; }

    /// <summary>Gets or sets what only the channel understands.</summary>
    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    /// <summary>Gets or sets the tenant's id.</summary>
    [JsonPropertyName("tenantId")]
    public string? TenantId { get; set; }
}

/// <summary>What a channel answers when a conversation was opened.</summary>
public class ConversationResourceResponse
{
    /// <summary>Initializes an empty answer.</summary>
    public ConversationResourceResponse()
    {
    }

    /// <summary>Initializes an answer from its parts.</summary>
    public ConversationResourceResponse(string? activityId = null, string? serviceUrl = null, string? id = null)
    {
        ActivityId = activityId;
        ServiceUrl = serviceUrl;
        Id = id;
    }

    /// <summary>Gets or sets the id of the first activity.</summary>
    [JsonPropertyName("activityId")]
    public string? ActivityId { get; set; }

    /// <summary>Gets or sets the service that has the conversation.</summary>
    [JsonPropertyName("serviceUrl")]
    public string? ServiceUrl { get; set; }

    /// <summary>Gets or sets the conversation's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>One page of a conversation's members.</summary>
public class PagedMembersResult
{
    /// <summary>Gets or sets the token of the next page; null on the last.</summary>
    [JsonPropertyName("continuationToken")]
    public string? ContinuationToken { get; set; }

    /// <summary>Gets or sets the members of this page.</summary>
    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }
}
