namespace Microsoft.Bot.Schema;

/// <summary>Members joined or left, or the topic changed.</summary>
public interface IConversationUpdateActivity : IActivity
{
    /// <summary>Gets or sets who joined.</summary>
    IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Gets or sets who left.</summary>
    IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Gets or sets the new topic.</summary>
    string? TopicName { get; set; }

    /// <summary>Gets or sets whether earlier messages are shown to those who joined.</summary>
    bool? HistoryDisclosed { get; set; }
}

/// <summary>The bot was added to or removed from a contact list.</summary>
public interface IContactRelationUpdateActivity : IActivity
{
    /// <summary>Gets or sets <c>add</c> or <c>remove</c>.</summary>
    string? Action { get; set; }
}

/// <summary>The bot was installed or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    /// <summary>Gets or sets <c>add</c> or <c>remove</c>.</summary>
    string? Action { get; set; }
}

/// <summary>An earlier message was edited.</summary>
public interface IMessageUpdateActivity : IMessageActivity;

/// <summary>An earlier message was deleted.</summary>
public interface IMessageDeleteActivity : IActivity;

/// <summary>Reactions to an earlier message.</summary>
public interface IMessageReactionActivity : IActivity
{
    /// <summary>Gets or sets the reactions that were added.</summary>
    IList<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Gets or sets the reactions that were taken back.</summary>
    IList<MessageReaction>? ReactionsRemoved { get; set; }
}

/// <summary>A private suggestion about an earlier message.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    /// <summary>Gets or sets the parts of the message that the suggestion is about.</summary>
    IList<TextHighlight>? TextHighlights { get; set; }
}

/// <summary>The sender is writing.</summary>
public interface ITypingActivity : IActivity;

/// <summary>The conversation has ended.</summary>
public interface IEndOfConversationActivity : IActivity
{
    /// <summary>Gets or sets why; see <see cref="EndOfConversationCodes"/>.</summary>
    string? Code { get; set; }

    /// <summary>Gets or sets a text for the user.</summary>
    string? Text { get; set; }
}

/// <summary>A named event from a program.</summary>
public interface IEventActivity : IActivity
{
    /// <summary>Gets or sets the event's name.</summary>
    string? Name { get; set; }

    /// <summary>Gets or sets the event's value.</summary>
    object? Value { get; set; }

    /// <summary>Gets or sets the conversation that the event is about.</summary>
    ConversationReference? RelatesTo { get; set; }
}

/// <summary>A request that is answered in the HTTP response itself.</summary>
public interface IInvokeActivity : IActivity
{
    /// <summary>Gets or sets the operation's name.</summary>
    string? Name { get; set; }

    /// <summary>Gets or sets the operation's argument.</summary>
    object? Value { get; set; }

    /// <summary>Gets or sets the conversation that the operation is about.</summary>
    ConversationReference? RelatesTo { get; set; }
}

/// <summary>Diagnostics for the Emulator.</summary>
public interface ITraceActivity : IActivity
{
    /// <summary>Gets or sets the trace's name.</summary>
    string? Name { get; set; }

    /// <summary>Gets or sets the label shown.</summary>
    string? Label { get; set; }

    /// <summary>Gets or sets the name of the value's type.</summary>
    string? ValueType { get; set; }

    /// <summary>Gets or sets the value.</summary>
    object? Value { get; set; }

    /// <summary>Gets or sets the conversation that the trace is about.</summary>
    ConversationReference? RelatesTo { get; set; }
}

/// <summary>Control of the conversation passes to another party.</summary>
public interface IHandoffActivity : IActivity;

/// <summary>A request to perform an action.</summary>
public interface ICommandActivity : IActivity
{
    /// <summary>Gets or sets the command's name.</summary>
    string? Name { get; set; }

    /// <summary>Gets or sets the command's argument.</summary>
    object? Value { get; set; }
}

/// <summary>The outcome of a command.</summary>
public interface ICommandResultActivity : IActivity
{
    /// <summary>Gets or sets the command's name.</summary>
    string? Name { get; set; }

    /// <summary>Gets or sets the outcome.</summary>
    object? Value { get; set; }
}
