using System.Security.Cryptography;
using System.Text;
using QnA.Core.Ingestion;

namespace QnA.Core.Articles;

/// <summary>One article: its text and what is known about it.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class Article
{
    /// <summary>The longest id that a store takes, in UTF-16 code units: an id is part of addresses, and those are cut when too long.</summary>
    public const int MaxIdLength = 512;

    private readonly Lazy<string> _fingerprint;

    /// <summary>Creates an article.</summary>
    /// <param name="id">What identifies the article in its index; the same in every run; not empty.</param>
    /// <param name="text">The text as the source gave it.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public Article(string id, string text)
    {
        Text = new ArticleText(id, text);
        _fingerprint = new Lazy<string>(ComputeFingerprint);
    }

    /// <summary>Gets what identifies the article in its index.</summary>
    public string Id => Text.ArticleId;

    /// <summary>Gets the text.</summary>
    public ArticleText Text { get; }

    /// <summary>Gets the title that people see; the id where the source has none.</summary>
    public string Title { get => string.IsNullOrWhiteSpace(field) ? Id : field; init; } = "";

    /// <summary>Gets where the article can be read, an absolute http or https address; <see langword="null"/> where unknown.</summary>
    /// <remarks>Any other address is taken as unknown: people follow it in chat windows and browsers.</remarks>
    public string? Url { get; init => field = IsWebAddress(value) ? value : null; }

    /// <summary>Gets when the article was published; <see langword="null"/> where unknown.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>Gets the language as a BCP 47 tag (<c>en</c>, <c>pt-BR</c>); <see langword="null"/> where the source does not say.</summary>
    public string? Language { get; init; }

    /// <summary>Gets who wrote the article; <see langword="null"/> where unknown.</summary>
    public string? Author { get; init; }

    /// <summary>Gets the name of the source that the article came from (see <see cref="IArticleSource.Name"/>).</summary>
    public string Source { get; init; } = "";

    /// <summary>Gets where in its source the article is: a file's path, an address.</summary>
    public string Location { get; init; } = "";

    /// <summary>Gets the tags, in the source's order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>
    /// Gets what changes when anything about the article changes, its text or what is known about it (but for <see cref="Source"/>: a
    /// folder and a file in it bring the same article): a SHA-256 as 64 lower-case hexadecimal digits.
    /// </summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>Returns the id and the title.</summary>
    public override string ToString() => $"{Id} ({Title})";

    private static bool IsWebAddress(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private string ComputeFingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (IEnumerable<string?>)[Id, Text.Version, Title, Url, Published?.ToString(), Language, Author, Location, .. Tags])
        {
            // A separator that no field can hold keeps ("ab", "c") and ("a", "bc") apart.
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData([0xFF]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
