using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <summary>Creates a message.</summary>
    /// <returns>A message with empty lists.</returns>
    public static IMessageActivity CreateMessageActivity() =>
        new Activity { Type = ActivityTypes.Message, Attachments = [], Entities = [] };

    /// <summary>Creates a contact relation update.</summary>
    /// <returns>The activity.</returns>
    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() =>
        new Activity { Type = ActivityTypes.ContactRelationUpdate };

    /// <summary>Creates a conversation update.</summary>
    /// <returns>A conversation update with empty lists of members.</returns>
    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [], MembersRemoved = [] };

    /// <summary>Creates a typing indicator.</summary>
    /// <returns>The activity.</returns>
    public static ITypingActivity CreateTypingActivity() => new Activity { Type = ActivityTypes.Typing };

    /// <summary>Creates a handoff.</summary>
    /// <returns>The activity.</returns>
    public static IHandoffActivity CreateHandoffActivity() => new Activity { Type = ActivityTypes.Handoff };

    /// <summary>Creates an end of conversation.</summary>
    /// <returns>The activity.</returns>
    public static IEndOfConversationActivity CreateEndOfConversationActivity() =>
        new Activity { Type = ActivityTypes.EndOfConversation };

    /// <summary>Creates an event.</summary>
    /// <returns>The activity.</returns>
    public static IEventActivity CreateEventActivity() => new Activity { Type = ActivityTypes.Event };

    /// <summary>Creates an invoke.</summary>
    /// <returns>The activity.</returns>
    public static IInvokeActivity CreateInvokeActivity() => new Activity { Type = ActivityTypes.Invoke };

    /// <summary>Creates a trace.</summary>
    /// <param name="name">The trace's name.</param>
    /// <param name="valueType">The name of the value's type; taken from the value when null.</param>
    /// <param name="value">The value.</param>
    /// <param name="label">The label.</param>
    /// <returns>The activity.</returns>
    public static ITraceActivity CreateTraceActivity(string name, string? valueType = null, object? value = null, string? label = null) =>
        new Activity { Type = ActivityTypes.Trace, Name = name, Label = label, ValueType = valueType ?? value?.GetType().Name, Value = value };

    /// <summary>Creates a message that answers this activity.</summary>
    /// <param name="text">The text; empty when null.</param>
    /// <param name="locale">The text's language; this activity's when null.</param>
    /// <returns>A message addressed to the sender of this activity.</returns>
    public Activity CreateReply(string? text = null, string? locale = null)
    {
        var reply = CreateAnswer(ActivityTypes.Message);
        reply.Text = text ?? string.Empty;
        reply.Locale = locale ?? Locale;
        reply.Attachments = [];
        reply.Entities = [];
        return reply;
    }

    /// <summary>Creates a trace that answers this activity.</summary>
    /// <param name="name">The trace's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="valueType">The name of the value's type; taken from the value when null.</param>
    /// <param name="label">The label.</param>
    /// <returns>A trace addressed to the sender of this activity.</returns>
    public ITraceActivity CreateTrace(string name, object? value = null, string? valueType = null, string? label = null)
    {
        var trace = CreateAnswer(ActivityTypes.Trace);
        trace.Name = name;
        trace.Label = label;
        trace.ValueType = valueType ?? value?.GetType().Name;
        trace.Value = value;
        return trace;
    }

    /// <inheritdoc/>
    public IMessageActivity? AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    /// <inheritdoc/>
    public IContactRelationUpdateActivity? AsContactRelationUpdateActivity() => IsActivity(ActivityTypes.ContactRelationUpdate) ? this : null;

    /// <inheritdoc/>
    public IInstallationUpdateActivity? AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    /// <inheritdoc/>
    public IConversationUpdateActivity? AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    /// <inheritdoc/>
    public ITypingActivity? AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    /// <inheritdoc/>
    public IEndOfConversationActivity? AsEndOfConversationActivity() => IsActivity(ActivityTypes.EndOfConversation) ? this : null;

    /// <inheritdoc/>
    public IEventActivity? AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    /// <inheritdoc/>
    public IInvokeActivity? AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    /// <inheritdoc/>
    public IMessageUpdateActivity? AsMessageUpdateActivity() => IsActivity(ActivityTypes.MessageUpdate) ? this : null;

    /// <inheritdoc/>
    public IMessageDeleteActivity? AsMessageDeleteActivity() => IsActivity(ActivityTypes.MessageDelete) ? this : null;

    /// <inheritdoc/>
    public IMessageReactionActivity? AsMessageReactionActivity() => IsActivity(ActivityTypes.MessageReaction) ? this : null;

    /// <inheritdoc/>
    public ISuggestionActivity? AsSuggestionActivity() => IsActivity(ActivityTypes.Suggestion) ? this : null;

    /// <summary>Gets this as a trace, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    public ITraceActivity? AsTraceActivity() => IsActivity(ActivityTypes.Trace) ? this : null;

    /// <summary>Gets this as a handoff, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    public IHandoffActivity? AsHandoffActivity() => IsActivity(ActivityTypes.Handoff) ? this : null;

    /// <summary>Gets this as a command, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    public ICommandActivity? AsCommandActivity() => IsActivity(ActivityTypes.Command) ? this : null;

    /// <summary>Gets this as a command's outcome, or null.</summary>
    /// <returns>This activity, or null when it is of another type.</returns>
    public ICommandResultActivity? AsCommandResultActivity() => IsActivity(ActivityTypes.CommandResult) ? this : null;

    /// <inheritdoc/>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments?.Count > 0 || ChannelData is not null;

    /// <inheritdoc/>
    public Mention[] GetMentions() =>
        Entities?.Where(e => string.Equals(e.Type, Mention.EntityType, StringComparison.OrdinalIgnoreCase))
            .Select(e => e as Mention ?? e.GetAs<Mention>()!)
            .ToArray() ?? [];

    /// <inheritdoc/>
    /// <exception cref="JsonException">The channel data are of another shape.</exception>
    public T? GetChannelData<T>() => SchemaJson.ConvertTo<T>(ChannelData);

    /// <inheritdoc/>
    public bool TryGetChannelData<T>([MaybeNullWhen(false)] out T instance)
    {
        instance = default;
        if (ChannelData is null)
        {
            return false;
        }

        try
        {
            instance = SchemaJson.ConvertTo<T>(ChannelData);
            return instance is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = AnswerableId,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>Gets the reference of this conversation with the id of a reply that was sent.</summary>
    /// <param name="reply">What the channel answered to the reply.</param>
    /// <returns>A new reference.</returns>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <inheritdoc/>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId!;
        ServiceUrl = reference.ServiceUrl!;
        Conversation = reference.Conversation!;
        Locale ??= reference.Locale;
        if (isIncoming)
        {
            From = reference.User!;
            Recipient = reference.Bot!;
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            From = reference.Bot!;
            Recipient = reference.User!;
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    /// <summary>Tells whether the activity came over a streaming connection, whose service url is no HTTP address.</summary>
    /// <returns>True for a streaming connection.</returns>
    public bool IsFromStreamingConnection() =>
        ServiceUrl is { Length: > 0 } url && !url.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether the activity is of a type or of one of its sub-types (<c>type/sub</c>).</summary>
    /// <param name="activityType">The type.</param>
    /// <returns>Whether it is.</returns>
    protected bool IsActivity(string activityType)
    {
        ArgumentNullException.ThrowIfNull(activityType);
        return Type is not null
            && Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
            && (Type.Length == activityType.Length || Type[activityType.Length] == '/');
    }

    // Direct Line gives a conversationUpdate an id that its service does not know; a reply to it would be refused.
    private string? AnswerableId =>
        string.Equals(Type, ActivityTypes.ConversationUpdate, StringComparison.OrdinalIgnoreCase)
        && (string.Equals(ChannelId, "directline", StringComparison.OrdinalIgnoreCase)
            || string.Equals(ChannelId, "webchat", StringComparison.OrdinalIgnoreCase))
            ? null
            : Id;

    private Activity CreateAnswer(string type) => new()
    {
        Type = type,
        Timestamp = TimeProvider.System.GetUtcNow(),
        From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
        Recipient = new ChannelAccount(From?.Id, From?.Name),
        ReplyToId = AnswerableId,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount(Conversation?.IsGroup, id: Conversation?.Id, name: Conversation?.Name),
    };
}
