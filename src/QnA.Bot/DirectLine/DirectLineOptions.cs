using System.ComponentModel.DataAnnotations;

namespace QnA.Bot.DirectLine;

/// <summary>The settings of the section <c>DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "DirectLine";

    /// <summary>Gets or sets the secret with which a site's server asks for tokens; whoever has it may open any conversation.</summary>
    /// <value>
    /// At least 32 characters, from the environment or user secrets, never a file under version control. The default, empty, turns
    /// Direct Line off, but for the environment Development, where tokens are given without.
    /// </value>
    public string? Secret { get; set; }

    /// <summary>Gets the origins of the sites whose pages may talk to the bot.</summary>
    /// <value>Such as <c>https://www.example.com</c>. The default, empty, allows the bot's own pages; in Development also any page of this machine.</value>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Gets or sets how long a token is valid; a client refreshes it before.</summary>
    /// <value>1 minute to 1 day. The default is 30 minutes, as in Azure's Direct Line.</value>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "DirectLine:TokenLifetime must be from 00:01:00 to 1.00:00:00; the default is 00:30:00.")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Gets or sets after how long without a word a conversation ends.</summary>
    /// <value>1 minute to 30 days. The default is 1 day.</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ErrorMessage = "DirectLine:IdleTimeout must be from 00:01:00 to 30.00:00:00; the default is 1.00:00:00.")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Gets or sets how many conversations are kept; the one that was silent longest gives way.</summary>
    /// <value>1 to 1,000,000. The default is 10,000.</value>
    [Range(1, 1_000_000, ErrorMessage = "DirectLine:MaxConversations must be from 1 to 1000000; the default is 10000.")]
    public int MaxConversations { get; set; } = 10_000;

    /// <summary>Gets or sets how many requests one token, or one address that has none yet, may make in a minute.</summary>
    /// <value>1 to 100,000. The default is 300: polling every second leaves room to talk.</value>
    [Range(1, 100_000, ErrorMessage = "DirectLine:RequestsPerMinute must be from 1 to 100000; the default is 300.")]
    public int RequestsPerMinute { get; set; } = 300;
}
