using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>One thing said or done in a conversation: the message of the Activity Protocol, in and out.</summary>
/// <remarks>
/// Properties that the schema does not know are kept in <see cref="Properties"/> and written again. The adapter sets
/// <see cref="Type"/>, <see cref="ChannelId"/>, <see cref="ServiceUrl"/>, <see cref="Conversation"/>, <see cref="From"/> and
/// <see cref="Recipient"/> of every activity it hands to a bot; they are null on a new one until it is addressed.
/// Not safe for use by several threads at once.
/// </remarks>
public partial class Activity : IActivity, IConversationUpdateActivity, IContactRelationUpdateActivity, IInstallationUpdateActivity,
    IMessageActivity, IMessageUpdateActivity, IMessageDeleteActivity, IMessageReactionActivity, ISuggestionActivity, ITypingActivity,
    IEndOfConversationActivity, IEventActivity, IInvokeActivity, ITraceActivity, IHandoffActivity, ICommandActivity, ICommandResultActivity
{
    /// <summary>The media type of an activity.</summary>
    public const string ContentType = "application/vnd.microsoft.activity";

    /// <summary>Initializes an empty activity.</summary>
    public Activity()
    {
    }

    /// <summary>Initializes an activity from its parts.</summary>
    public Activity(
        string? type = null, string? id = null, DateTimeOffset? timestamp = null, DateTimeOffset? localTimestamp = null,
        string? serviceUrl = null, string? channelId = null, ChannelAccount? from = null, ConversationAccount? conversation = null,
        ChannelAccount? recipient = null, string? textFormat = null, string? attachmentLayout = null,
        IList<ChannelAccount>? membersAdded = null, IList<ChannelAccount>? membersRemoved = null,
        IList<MessageReaction>? reactionsAdded = null, IList<MessageReaction>? reactionsRemoved = null, string? topicName = null,
        bool? historyDisclosed = null, string? locale = null, string? text = null, string? speak = null, string? inputHint = null,
        string? summary = null, SuggestedActions? suggestedActions = null, IList<Attachment>? attachments = null,
        IList<Entity>? entities = null, object? channelData = null, string? action = null, string? replyToId = null,
        string? label = null, string? valueType = null, object? value = null, string? name = null,
        ConversationReference? relatesTo = null, string? code = null, DateTimeOffset? expiration = null, string? importance = null,
        string? deliveryMode = null, IList<string>? listenFor = null, IList<TextHighlight>? textHighlights = null,
        SemanticAction? semanticAction = null, string? localTimezone = null)
    {
        Type = type!;
        Id = id;
        Timestamp = timestamp;
        LocalTimestamp = localTimestamp;
        LocalTimezone = localTimezone;
        ServiceUrl = serviceUrl!;
        ChannelId = channelId!;
        From = from!;
        Conversation = conversation!;
        Recipient = recipient!;
        TextFormat = textFormat;
        AttachmentLayout = attachmentLayout;
        MembersAdded = membersAdded;
        MembersRemoved = membersRemoved;
        ReactionsAdded = reactionsAdded;
        ReactionsRemoved = reactionsRemoved;
        TopicName = topicName;
        HistoryDisclosed = historyDisclosed;
        Locale = locale;
        Text = text;
        Speak = speak;
        InputHint = inputHint;
        Summary = summary;
        SuggestedActions = suggestedActions;
        Attachments = attachments;
        Entities = entities;
        ChannelData = channelData;
        Action = action;
        ReplyToId = replyToId;
        Label = label;
        ValueType = valueType;
        Value = value;
        Name = name;
        RelatesTo = relatesTo;
        Code = code;
        Expiration = expiration;
        Importance = importance;
        DeliveryMode = deliveryMode;
        ListenFor = listenFor;
        TextHighlights = textHighlights;
        SemanticAction = semanticAction;
    }

    /// <summary>Gets or sets the activity's type; see <see cref="ActivityTypes"/>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; } = null!;

    /// <summary>Gets or sets the id that the channel gave the activity.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Gets or sets when the activity was sent, in UTC.</summary>
    [JsonPropertyName("timestamp")]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>Gets or sets when the activity was sent, in the sender's time.</summary>
    [JsonPropertyName("localTimestamp")]
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>Gets or sets the sender's time zone, as an IANA name.</summary>
    [JsonPropertyName("localTimezone")]
    public string? LocalTimezone { get; set; }

    /// <summary>Gets or sets the base address of the channel's connector service.</summary>
    [JsonPropertyName("serviceUrl")]
    public string ServiceUrl { get; set; } = null!;

    /// <summary>Gets or sets the channel's id.</summary>
    [JsonPropertyName("channelId")]
    public string ChannelId { get; set; } = null!;

    /// <summary>Gets or sets the sender.</summary>
    [JsonPropertyName("from")]
    public ChannelAccount From { get; set; } = null!;

    /// <summary>Gets or sets the conversation.</summary>
    [JsonPropertyName("conversation")]
    public ConversationAccount Conversation { get; set; } = null!;

    /// <summary>Gets or sets the receiver.</summary>
    [JsonPropertyName("recipient")]
    public ChannelAccount Recipient { get; set; } = null!;

    /// <summary>Gets or sets the text's format; see <see cref="TextFormatTypes"/>.</summary>
    [JsonPropertyName("textFormat")]
    public string? TextFormat { get; set; }

    /// <summary>Gets or sets the layout of several attachments; see <see cref="AttachmentLayoutTypes"/>.</summary>
    [JsonPropertyName("attachmentLayout")]
    public string? AttachmentLayout { get; set; }

    /// <summary>Gets or sets who joined.</summary>
    [JsonPropertyName("membersAdded")]
    public IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Gets or sets who left.</summary>
    [JsonPropertyName("membersRemoved")]
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Gets or sets the reactions that were added.</summary>
    [JsonPropertyName("reactionsAdded")]
    public IList<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Gets or sets the reactions that were taken back.</summary>
    [JsonPropertyName("reactionsRemoved")]
    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>Gets or sets the new topic of the conversation.</summary>
    [JsonPropertyName("topicName")]
    public string? TopicName { get; set; }

    /// <summary>Gets or sets whether earlier messages are shown to those who joined.</summary>
    [JsonPropertyName("historyDisclosed")]
    public bool? HistoryDisclosed { get; set; }

    /// <summary>Gets or sets the language of the text, as a BCP 47 tag.</summary>
    [JsonPropertyName("locale")]
    public string? Locale { get; set; }

    /// <summary>Gets or sets the text.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Gets or sets what is spoken, as text or SSML.</summary>
    [JsonPropertyName("speak")]
    public string? Speak { get; set; }

    /// <summary>Gets or sets whether the bot waits for input; see <see cref="InputHints"/>.</summary>
    [JsonPropertyName("inputHint")]
    public string? InputHint { get; set; }

    /// <summary>Gets or sets the text for channels that cannot show the attachments.</summary>
    [JsonPropertyName("summary")]
    public string? Summary { get; set; }

    /// <summary>Gets or sets the actions offered with the message.</summary>
    [JsonPropertyName("suggestedActions")]
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Gets or sets the attachments.</summary>
    [JsonPropertyName("attachments")]
    public IList<Attachment>? Attachments { get; set; }

    /// <summary>Gets or sets the entities, such as mentions and citations.</summary>
    [JsonPropertyName("entities")]
    public IList<Entity>? Entities { get; set; }

    /// <summary>Gets or sets what only the channel understands.</summary>
    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    /// <summary>Gets or sets <c>add</c> or <c>remove</c>, of a contact or an installation.</summary>
    [JsonPropertyName("action")]
    public string? Action { get; set; }

    /// <summary>Gets or sets the id of the activity that this one answers.</summary>
    [JsonPropertyName("replyToId")]
    public string? ReplyToId { get; set; }

    /// <summary>Gets or sets the label of a trace.</summary>
    [JsonPropertyName("label")]
    public string? Label { get; set; }

    /// <summary>Gets or sets the name of the type of <see cref="Value"/>.</summary>
    [JsonPropertyName("valueType")]
    public string? ValueType { get; set; }

    /// <summary>Gets or sets a value for programs.</summary>
    [JsonPropertyName("value")]
    public object? Value { get; set; }

    /// <summary>Gets or sets the name of an event, invoke, trace or command.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Gets or sets another conversation that this activity is about.</summary>
    [JsonPropertyName("relatesTo")]
    public ConversationReference? RelatesTo { get; set; }

    /// <summary>Gets or sets why the conversation ended; see <see cref="EndOfConversationCodes"/>.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; set; }

    /// <summary>Gets or sets when the activity is no longer of use.</summary>
    [JsonPropertyName("expiration")]
    public DateTimeOffset? Expiration { get; set; }

    /// <summary>Gets or sets the importance; see <see cref="ActivityImportance"/>.</summary>
    [JsonPropertyName("importance")]
    public string? Importance { get; set; }

    /// <summary>Gets or sets how replies are delivered; see <see cref="DeliveryModes"/>.</summary>
    [JsonPropertyName("deliveryMode")]
    public string? DeliveryMode { get; set; }

    /// <summary>Gets or sets phrases that help a speech recogniser.</summary>
    [JsonPropertyName("listenFor")]
    public IList<string>? ListenFor { get; set; }

    /// <summary>Gets or sets the parts of a message that a suggestion is about.</summary>
    [JsonPropertyName("textHighlights")]
    public IList<TextHighlight>? TextHighlights { get; set; }

    /// <summary>Gets or sets a programmatic action that goes with the activity.</summary>
    [JsonPropertyName("semanticAction")]
    public SemanticAction? SemanticAction { get; set; }

    /// <summary>Gets or sets who called the bot, as the adapter found from the token. Never trusted from the wire.</summary>
    [JsonPropertyName("callerId")]
    public string? CallerId { get; set; }

    /// <summary>Gets or sets the properties that the schema does not know; they are written again. Values read from the wire are <see cref="System.Text.Json.JsonElement"/>.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> Properties
    {
        get => field ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        set;
    }
}
