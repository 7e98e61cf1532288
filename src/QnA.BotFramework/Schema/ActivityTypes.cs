namespace Microsoft.Bot.Schema;

/// <summary>The values of <see cref="Activity.Type"/> that the Activity Protocol defines.</summary>
public static class ActivityTypes
{
    /// <summary>The bot was added to or removed from a contact list.</summary>
    public const string ContactRelationUpdate = "contactRelationUpdate";

    /// <summary>Members joined or left, or the topic changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The conversation has ended.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>A named event from a program, not from a person.</summary>
    public const string Event = "event";

    /// <summary>A pause in milliseconds before the next outgoing activity; it never leaves the bot.</summary>
    public const string Delay = "delay";

    /// <summary>A request to delete what is stored of a user.</summary>
    public const string DeleteUserData = "deleteUserData";

    /// <summary>Control of the conversation passes to another party.</summary>
    public const string Handoff = "handoff";

    /// <summary>The bot was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A request that is answered in the HTTP response itself.</summary>
    public const string Invoke = "invoke";

    /// <summary>A message.</summary>
    public const string Message = "message";

    /// <summary>An earlier message was deleted.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>Reactions to an earlier message.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>An earlier message was edited.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A private suggestion about an earlier message.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>Diagnostics for the Emulator.</summary>
    public const string Trace = "trace";

    /// <summary>The sender is writing.</summary>
    public const string Typing = "typing";

    /// <summary>A request to perform an action.</summary>
    public const string Command = "command";

    /// <summary>The outcome of a command.</summary>
    public const string CommandResult = "commandResult";
}

/// <summary>Activity types that only the SDK uses, inside the bot.</summary>
public static class ActivityTypesEx
{
    /// <summary>A pause before the next outgoing activity.</summary>
    public const string Delay = "delay";

    /// <summary>Carries the <c>InvokeResponse</c> of a turn to the adapter.</summary>
    public const string InvokeResponse = "invokeResponse";
}

/// <summary>The values of <see cref="Activity.DeliveryMode"/>.</summary>
public static class DeliveryModes
{
    /// <summary>Replies are sent to the channel's service.</summary>
    public const string Normal = "normal";

    /// <summary>The recipient is notified.</summary>
    public const string Notification = "notification";

    /// <summary>Replies are returned in the HTTP response.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>The message is not kept.</summary>
    public const string Ephemeral = "ephemeral";
}

/// <summary>The values of <see cref="Activity.InputHint"/>.</summary>
public static class InputHints
{
    /// <summary>The bot is ready for input but does not wait for it.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>The bot is not ready for input.</summary>
    public const string IgnoringInput = "ignoringInput";

    /// <summary>The bot waits for input.</summary>
    public const string ExpectingInput = "expectingInput";
}

/// <summary>The values of <see cref="ChannelAccount.Role"/>.</summary>
public static class RoleTypes
{
    /// <summary>A person.</summary>
    public const string User = "user";

    /// <summary>A bot.</summary>
    public const string Bot = "bot";

    /// <summary>A bot that another bot calls.</summary>
    public const string Skill = "skill";
}

/// <summary>The values of <see cref="Activity.TextFormat"/>.</summary>
public static class TextFormatTypes
{
    /// <summary>Markdown; what channels assume when nothing is said.</summary>
    public const string Markdown = "markdown";

    /// <summary>Plain text.</summary>
    public const string Plain = "plain";

    /// <summary>XML as Skype and Teams write it.</summary>
    public const string Xml = "xml";
}

/// <summary>The values of <see cref="Activity.AttachmentLayout"/>.</summary>
public static class AttachmentLayoutTypes
{
    /// <summary>One below another.</summary>
    public const string List = "list";

    /// <summary>Side by side.</summary>
    public const string Carousel = "carousel";
}

/// <summary>The values of <see cref="Activity.Importance"/>.</summary>
public static class ActivityImportance
{
    /// <summary>Low.</summary>
    public const string Low = "low";

    /// <summary>Normal; what is assumed when nothing is said.</summary>
    public const string Normal = "normal";

    /// <summary>High.</summary>
    public const string High = "high";
}

/// <summary>The values of <see cref="MessageReaction.Type"/> that channels share.</summary>
public static class MessageReactionTypes
{
    /// <summary>A like.</summary>
    public const string Like = "like";

    /// <summary>A plus one.</summary>
    public const string PlusOne = "plusOne";
}

/// <summary>The values of <see cref="Activity.Code"/> of an end of conversation.</summary>
public static class EndOfConversationCodes
{
    /// <summary>No reason was given.</summary>
    public const string Unknown = "unknown";

    /// <summary>It ran to its end.</summary>
    public const string CompletedSuccessfully = "completedSuccessfully";

    /// <summary>The user ended it.</summary>
    public const string UserCancelled = "userCancelled";

    /// <summary>The bot did not answer in time.</summary>
    public const string BotTimedOut = "botTimedOut";

    /// <summary>The bot sent something invalid.</summary>
    public const string BotIssuedInvalidMessage = "botIssuedInvalidMessage";

    /// <summary>The channel failed.</summary>
    public const string ChannelFailed = "channelFailed";
}
