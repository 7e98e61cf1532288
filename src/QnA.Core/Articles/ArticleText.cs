using System.Security.Cryptography;
using System.Text;
using QnA.Text.Words;
using QnA.Text;

namespace QnA.Core.Articles;

/// <summary>The stored text of one article: the only thing that can cut a <see cref="Quote"/>.</summary>
/// <remarks>
/// <para>
/// The text is what the source said, code unit by code unit. One thing alone is changed, because UTF-8 cannot hold it: a lone
/// surrogate becomes U+FFFD, which has the same length, so every offset of the source is an offset here. Nothing is normalised;
/// searching works on normalised copies of single words (see <c>docs/decisions/0001-text-as-given.md</c>).
/// </para>
/// <para>Immutable and safe for concurrent use.</para>
/// </remarks>
public sealed class ArticleText
{
    private const char ReplacementCharacter = '\uFFFD';

    private readonly Lazy<string> _version;

    /// <summary>Creates the text of an article.</summary>
    /// <param name="articleId">The id of the article; not empty.</param>
    /// <param name="value">The text as the source gave it; may be empty.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public ArticleText(string articleId, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(articleId);
        ArgumentNullException.ThrowIfNull(value);
        ArticleId = articleId;
        Value = ReplaceLoneSurrogates(value);
        _version = new Lazy<string>(() => Sha256Of(Value));
    }

    /// <summary>Gets the id of the article that has this text.</summary>
    public string ArticleId { get; }

    /// <summary>Gets the whole text; always valid UTF-16.</summary>
    public string Value { get; }

    /// <summary>Gets the length of the text in UTF-16 code units.</summary>
    public int Length => Value.Length;

    /// <summary>Gets what identifies this text: the SHA-256 of its UTF-8 bytes, as 64 lower-case hexadecimal digits.</summary>
    public string Version => _version.Value;

    /// <summary>Gets the span of the whole text.</summary>
    public TextSpan Span => new(0, Length);

    /// <summary>Gets the characters of a span without copying them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public ReadOnlySpan<char> Slice(TextSpan span) => Value.AsSpan(span.Start, span.Length);

    /// <summary>Cuts a quote: the exact characters of a span.</summary>
    /// <param name="span">What to cut; not empty, inside the text, from one <see cref="IsBoundary">boundary</see> to another.</param>
    /// <returns>A quote whose text is the slice of <see cref="Value"/> at <paramref name="span"/>.</returns>
    /// <exception cref="ArgumentException">The span is empty, reaches beyond the text or splits what a reader sees as one character.</exception>
    public Quote Cut(TextSpan span) =>
        TryCut(span, out var quote)
            ? quote
            : throw new ArgumentException(
                $"{span} cannot be cut from the text of article '{ArticleId}' (length {Length}): a quote is not empty, lies inside the " +
                $"text and splits no character. Widen the span with {nameof(Widen)}.",
                nameof(span));

    /// <summary>Cuts a quote where the span allows it.</summary>
    /// <returns><see langword="false"/> where <see cref="Cut"/> would throw.</returns>
    public bool TryCut(TextSpan span, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Quote? quote)
    {
        var valid = !span.IsEmpty && span.End <= Length && IsBoundary(span.Start) && IsBoundary(span.End);
        quote = valid ? new Quote(this, span) : null;
        return valid;
    }

    /// <summary>Tells whether a quote may start or end at a position.</summary>
    /// <param name="position">A UTF-16 offset; 0 to <see cref="Length"/>.</param>
    /// <returns>
    /// <see langword="false"/> inside a surrogate pair, before a combining mark, a skin tone or a tag, beside a zero-width joiner, inside
    /// a flag or a Hangul syllable: where a cut would show a letter or picture that the article does not have. <see langword="true"/> at
    /// both ends of the text and everywhere else. These are the rules of extended grapheme clusters (Unicode Standard Annex 29, GB6
    /// to GB9, GB11 to GB13) whose breach is seen.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative or beyond the text.</exception>
    public bool IsBoundary(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Length);
        return CharacterBoundary.IsCut(Value, position);
    }

    /// <summary>Widens a span to the nearest boundaries that hold it.</summary>
    /// <returns>The span itself where it can be cut already.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond the text.</exception>
    public TextSpan Widen(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Length, nameof(span));
        return CharacterBoundary.Widen(Value, span);
    }

    /// <summary>Computes the SHA-256 of a text's UTF-8 bytes as 64 lower-case hexadecimal digits.</summary>
    internal static string Sha256Of(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static string ReplaceLoneSurrogates(string value)
    {
        char[]? repaired = null;
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]))
            {
                i++;
                continue;
            }

            repaired ??= value.ToCharArray();
            repaired[i] = ReplacementCharacter;
        }

        return repaired is null ? value : new string(repaired);
    }
}
