using System.ComponentModel.DataAnnotations;

namespace QnA.Bot.Hosting;

/// <summary>The settings of the section <c>Bot</c>.</summary>
public sealed class BotOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Bot";

    /// <summary>Gets or sets the address under which people reach the bot, for links to its article pages.</summary>
    /// <value>An absolute http or https address; the default, empty, is the first address that the bot listens on.</value>
    public string? PublicAddress { get; set; }

    /// <summary>Gets or sets how many questions of a conversation, with their answers, are remembered for follow-up questions.</summary>
    /// <value>0 (every question stands alone) to 50. The default is 10.</value>
    [Range(0, 50, ErrorMessage = "Bot:MaxHistory must be from 0 to 50; the default is 10.")]
    public int MaxHistory { get; set; } = 10;

    /// <summary>Gets or sets how many messages of one person are answered in a minute; one more is answered with a request to wait.</summary>
    /// <value>0 (no limit) to 100,000. The default is 60. Direct Line has a limit of its own, for its clients can name themselves as they like.</value>
    [Range(0, 100_000, ErrorMessage = "Bot:MessagesPerMinute must be from 0 (no limit) to 100000; the default is 60.")]
    public int MessagesPerMinute { get; set; } = 60;
}
