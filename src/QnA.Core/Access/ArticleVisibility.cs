using QnA.Core.Articles;
using QnA.Core.Retrieval;

namespace QnA.Core.Access;

/// <summary>Which articles a reader may see, at one moment: all but those with a hidden tag.</summary>
/// <remarks>Two are equal when they hide the same tags. Immutable and safe for concurrent use.</remarks>
public sealed class ArticleVisibility : IEquatable<ArticleVisibility>
{
    private readonly HashSet<string> _hidden;

    /// <summary>Creates a visibility.</summary>
    /// <param name="hiddenTags">The tags of the articles that are hidden, in any form.</param>
    public ArticleVisibility(IEnumerable<string> hiddenTags)
    {
        ArgumentNullException.ThrowIfNull(hiddenTags);
        _hidden = hiddenTags.Select(FilterText.Fold).ToHashSet(StringComparer.Ordinal);
        Key = string.Join('\n', _hidden.Order(StringComparer.Ordinal));
    }

    /// <summary>Gets the visibility that hides nothing.</summary>
    public static ArticleVisibility Everything { get; } = new([]);

    /// <summary>Gets whether nothing is hidden.</summary>
    public bool ShowsEverything => _hidden.Count == 0;

    /// <summary>Gets what is the same for equal visibilities and differs for others; empty where nothing is hidden.</summary>
    public string Key { get; }

    /// <summary>Tells whether a tag hides its articles.</summary>
    public bool Hides(string tag) => _hidden.Contains(FilterText.Fold(tag));

    /// <summary>Tells whether an article may be seen.</summary>
    public bool Shows(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return !article.Tags.Any(Hides);
    }

    /// <inheritdoc/>
    public bool Equals(ArticleVisibility? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ArticleVisibility);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
