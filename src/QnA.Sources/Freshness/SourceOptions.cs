using QnA.Sources.Web;

namespace QnA.Sources.Freshness;

/// <summary>One source of articles that is kept fresh. An entry of the configuration section <c>Articles:Sources</c>.</summary>
public sealed class SourceOptions
{
    /// <summary>Gets or sets the name that people see.</summary>
    /// <value>1 to 80 characters; no two sources have the same.</value>
    public string Name { get; set; } = "";

    /// <summary>Gets or sets what the address leads to.</summary>
    /// <value>The default is <see cref="WebSourceKind.Auto"/>.</value>
    public WebSourceKind Kind { get; set; }

    /// <summary>Gets or sets where the articles are.</summary>
    /// <value>An address that begins with https:// or http://. Folders and files are named in <c>Articles:Paths</c>.</value>
    public string Address { get; set; } = "";

    /// <summary>Gets or sets how often it is read.</summary>
    /// <value>1 minute to 30 days. The default is 1 hour.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets the tags that each of its articles gets.</summary>
    public IList<string> Tags { get; } = [];

    /// <summary>Gets or sets whether articles are kept that the source no longer names, as a feed does that names its newest only.</summary>
    /// <value>The default is <see langword="false"/>: what is no longer there is not quoted.</value>
    public bool KeepVanished { get; set; }
}
