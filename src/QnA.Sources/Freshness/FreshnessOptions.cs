namespace QnA.Sources.Freshness;

/// <summary>The settings of the section <c>Articles</c> that say which sources are kept fresh.</summary>
public sealed class FreshnessOptions
{
    /// <summary>The configuration section of these options.</summary>
    public const string SectionName = "Articles";

    /// <summary>Gets the sources.</summary>
    /// <value>The default is none.</value>
    public IList<SourceOptions> Sources { get; } = [];

    /// <summary>Gets or sets the folder in which it is kept how each source fared, for the bot and the command line.</summary>
    /// <value>A path; a relative one starts at the application's content root. The default is <c>.qna/sources</c>.</value>
    public string StatePath { get; set; } = ".qna/sources";
}
