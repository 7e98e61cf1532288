namespace QnA.Core.Ingestion;

/// <summary>Which languages articles may be in that do not say theirs. Configuration section <c>Articles</c>.</summary>
public sealed class LanguageOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Articles";

    /// <summary>The full name of <see cref="Languages"/> in configuration, for messages.</summary>
    internal const string LanguagesSetting = $"{Section}:{nameof(Languages)}";

    /// <summary>Gets or sets the languages that are looked for in articles that do not say theirs.</summary>
    /// <value>ISO 639 codes such as <c>en</c> and <c>de</c>. The default, empty, is every language that has an analysis of its own.</value>
    /// <remarks>
    /// An article whose text does not tell is taken for the first one; for English where the list is empty. Where there is but one,
    /// nothing is looked for. What an article says about itself counts in any case. Articles that were read before stay as they are.
    /// </remarks>
    public IList<string> Languages { get; init; } = [];
}
