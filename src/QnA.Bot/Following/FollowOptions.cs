namespace QnA.Bot.Following;

/// <summary>The settings of the section <c>Articles</c> that say which articles are followed, and how.</summary>
public sealed class FollowOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Articles";

    /// <summary>Gets the folders and files with the articles.</summary>
    /// <value>Paths; a relative one starts at the content root. The default, empty, is <c>articles</c>.</value>
    public IList<string> Paths { get; } = [];

    /// <summary>Gets or sets whether changes are taken up while the bot runs.</summary>
    /// <value>The default is <see langword="true"/>; otherwise articles are read at start only.</value>
    public bool Follow { get; set; } = true;

    /// <summary>Gets or sets how often paths are looked at where the system cannot tell of changes (network drives, a path that does not exist yet).</summary>
    /// <value>A time from 1 second to 1 day. The default is 2 seconds.</value>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);
}
