using QnA.Text;

namespace QnA.Core.Articles;

/// <summary>Words of an article, letter for letter, with where they stand.</summary>
/// <remarks>
/// There is no way to make one but <see cref="ArticleText.Cut"/>, which slices the stored text; so a quote that exists is in its
/// article. Two quotes are equal when article, version and span are. Immutable and safe for concurrent use.
/// </remarks>
public sealed class Quote : IEquatable<Quote>
{
    internal Quote(ArticleText source, TextSpan span)
    {
        ArticleId = source.ArticleId;
        Version = source.Version;
        Span = span;
        Text = source.Slice(span).ToString();
        Sha256 = ArticleText.Sha256Of(Text);
    }

    /// <summary>Gets the id of the article that the quote was cut from.</summary>
    public string ArticleId { get; }

    /// <summary>Gets the version of the article's text that the quote was cut from (see <see cref="ArticleText.Version"/>).</summary>
    public string Version { get; }

    /// <summary>Gets where the quote stands in that version, in UTF-16 code units.</summary>
    public TextSpan Span { get; }

    /// <summary>Gets the exact characters of the article at <see cref="Span"/>.</summary>
    public string Text { get; }

    /// <summary>Gets the SHA-256 of the UTF-8 bytes of <see cref="Text"/>, as 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <inheritdoc/>
    public bool Equals(Quote? other) =>
        other is not null && Span == other.Span && ArticleId == other.ArticleId && Version == other.Version;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Quote);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ArticleId, Version, Span);

    /// <summary>Returns the article's id and the span, without the text.</summary>
    public override string ToString() => $"{ArticleId}{Span}";
}
