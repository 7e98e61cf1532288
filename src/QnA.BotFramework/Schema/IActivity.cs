using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Schema;

/// <summary>What every activity has.</summary>
public interface IActivity
{
    /// <summary>Gets or sets the activity's type; see <see cref="ActivityTypes"/>.</summary>
    string Type { get; set; }

    /// <summary>Gets or sets the id that the channel gave the activity.</summary>
    string? Id { get; set; }

    /// <summary>Gets or sets the base address of the channel's connector service.</summary>
    string ServiceUrl { get; set; }

    /// <summary>Gets or sets when the activity was sent, in UTC.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>Gets or sets when the activity was sent, in the sender's time.</summary>
    DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>Gets or sets the channel's id.</summary>
    string ChannelId { get; set; }

    /// <summary>Gets or sets the sender.</summary>
    ChannelAccount From { get; set; }

    /// <summary>Gets or sets the conversation.</summary>
    ConversationAccount Conversation { get; set; }

    /// <summary>Gets or sets the receiver.</summary>
    ChannelAccount Recipient { get; set; }

    /// <summary>Gets or sets the id of the activity that this one answers.</summary>
    string? ReplyToId { get; set; }

    /// <summary>Gets or sets the entities, such as mentions and citations.</summary>
    IList<Entity>? Entities { get; set; }

    /// <summary>Gets or sets what only the channel understands.</summary>
    object? ChannelData { get; set; }

    /// <summary>Reads the channel data as <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <returns>The data; the default value when there are none.</returns>
    T? GetChannelData<T>();

    /// <summary>Reads the channel data as <typeparamref name="T"/> without throwing.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <param name="instance">The data.</param>
    /// <returns>Whether there were data of this shape.</returns>
    bool TryGetChannelData<T>([MaybeNullWhen(false)] out T instance);

    /// <summary>Gets this as a message, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IMessageActivity? AsMessageActivity();

    /// <summary>Gets this as a contact relation update, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IContactRelationUpdateActivity? AsContactRelationUpdateActivity();

    /// <summary>Gets this as an installation update, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IInstallationUpdateActivity? AsInstallationUpdateActivity();

    /// <summary>Gets this as a conversation update, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IConversationUpdateActivity? AsConversationUpdateActivity();

    /// <summary>Gets this as a typing indicator, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    ITypingActivity? AsTypingActivity();

    /// <summary>Gets this as an end of conversation, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IEndOfConversationActivity? AsEndOfConversationActivity();

    /// <summary>Gets this as an event, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IEventActivity? AsEventActivity();

    /// <summary>Gets this as an invoke, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IInvokeActivity? AsInvokeActivity();

    /// <summary>Gets this as an edit of a message, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IMessageUpdateActivity? AsMessageUpdateActivity();

    /// <summary>Gets this as a deletion of a message, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IMessageDeleteActivity? AsMessageDeleteActivity();

    /// <summary>Gets this as reactions to a message, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    IMessageReactionActivity? AsMessageReactionActivity();

    /// <summary>Gets this as a suggestion, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    ISuggestionActivity? AsSuggestionActivity();

    /// <summary>Gets where this activity happened, so that the bot can come back to it.</summary>
    /// <returns>A new reference.</returns>
    ConversationReference GetConversationReference();

    /// <summary>Addresses this activity to the conversation of <paramref name="reference"/>.</summary>
    /// <param name="reference">The conversation.</param>
    /// <param name="isIncoming">True when the activity comes from the user rather than from the bot.</param>
    /// <returns>This activity.</returns>
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);
}

/// <summary>A message.</summary>
public interface IMessageActivity : IActivity
{
    /// <summary>Gets or sets the language of the text, as a BCP 47 tag.</summary>
    string? Locale { get; set; }

    /// <summary>Gets or sets the text.</summary>
    string? Text { get; set; }

    /// <summary>Gets or sets what is spoken, as text or SSML.</summary>
    string? Speak { get; set; }

    /// <summary>Gets or sets whether the bot waits for input; see <see cref="InputHints"/>.</summary>
    string? InputHint { get; set; }

    /// <summary>Gets or sets the text for channels that cannot show the attachments.</summary>
    string? Summary { get; set; }

    /// <summary>Gets or sets the text's format; see <see cref="TextFormatTypes"/>.</summary>
    string? TextFormat { get; set; }

    /// <summary>Gets or sets the layout of several attachments; see <see cref="AttachmentLayoutTypes"/>.</summary>
    string? AttachmentLayout { get; set; }

    /// <summary>Gets or sets the attachments.</summary>
    IList<Attachment>? Attachments { get; set; }

    /// <summary>Gets or sets the actions offered with the message.</summary>
    SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Gets or sets the importance; see <see cref="ActivityImportance"/>.</summary>
    string? Importance { get; set; }

    /// <summary>Gets or sets how replies are delivered; see <see cref="DeliveryModes"/>.</summary>
    string? DeliveryMode { get; set; }

    /// <summary>Gets or sets when the message is no longer of use.</summary>
    DateTimeOffset? Expiration { get; set; }

    /// <summary>Gets or sets a value for programs, such as a card's inputs.</summary>
    object? Value { get; set; }

    /// <summary>Gets the mentions among the entities.</summary>
    /// <returns>The mentions in their order; empty when there are none.</returns>
    Mention[] GetMentions();

    /// <summary>Tells whether there is anything to show.</summary>
    /// <returns>True with text, a summary, an attachment or channel data.</returns>
    bool HasContent();
}
