namespace QnA.Bot.Web.Chat;

/// <summary>The settings of the section <c>Web:Chat</c>: the chat page at <c>/</c>.</summary>
public sealed class ChatPageOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Web:Chat";

    /// <summary>Gets or sets whether there is a chat page, on which everyone who reaches the bot's address may ask.</summary>
    /// <value>The default, <see langword="null"/>, is <see langword="true"/> in the environment Development and <see langword="false"/> elsewhere.</value>
    public bool? Enabled { get; set; }
}
