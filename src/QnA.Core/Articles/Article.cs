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
    private readonly Lazy<ArticleOutline> _outline;

    /// <summary>Creates an article.</summary>
    /// <param name="id">What identifies the article in its index; the same in every run; not empty.</param>
    /// <param name="text">The text as the source gave it.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public Article(string id, string text)
    {
        Text = new ArticleText(id, text);
        _fingerprint = new Lazy<string>(ComputeFingerprint);
        _outline = new Lazy<ArticleOutline>(() => new ArticleOutline(Blocks));
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

    /// <summary>
    /// Gets the language that the text is read in, as a BCP 47 tag: <see cref="Language"/>, else what the store found in the text when the
    /// article was put; <see langword="null"/> where neither tells.
    /// </summary>
    /// <remarks>Found, not given: no part of <see cref="Fingerprint"/>, and not exported.</remarks>
    public string? TextLanguage { get => Language ?? field; init; }

    /// <summary>Gets who wrote the article; <see langword="null"/> where unknown.</summary>
    public string? Author { get; init; }

    /// <summary>Gets the name of the source that the article came from (see <see cref="IArticleSource.Name"/>).</summary>
    public string Source { get; init; } = "";

    /// <summary>Gets where in its source the article is: a file's path, an address.</summary>
    public string Location { get; init; } = "";

    /// <summary>Gets the tags, in the source's order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets where each page of the source starts in the text, in UTF-16 code units; empty where the source has no pages.</summary>
    /// <value>The first is 0 and none is less than the one before; a page without text starts where the next one does.</value>
    /// <exception cref="ArgumentException">The starts are in another order, or lie beyond the text.</exception>
    public IReadOnlyList<int> PageStarts { get; init => field = CheckPageStarts(value); } = [];

    /// <summary>Gets the parts of the text that the source sets apart, in reading order; empty where the source does not tell.</summary>
    /// <value>Spans that do not overlap; text between them, such as white space and rules, is neither searched nor quoted.</value>
    /// <exception cref="ArgumentException">
    /// A block is empty, overlaps the one before, lies beyond the text, or has a kind, level or lead-in that there is not.
    /// </exception>
    public IReadOnlyList<Block> Blocks { get; init => field = CheckBlocks(value); } = [];

    /// <summary>Gets the blocks with the headings that each stands under.</summary>
    public ArticleOutline Outline => _outline.Value;

    /// <summary>
    /// Gets what changes when anything about the article changes, its text or what is known about it (but for <see cref="Source"/>: a
    /// folder and a file in it bring the same article): a SHA-256 as 64 lower-case hexadecimal digits.
    /// </summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>Tells on which page of the source a position of the text is.</summary>
    /// <param name="position">An offset in UTF-16 code units; 0 to the length of the text.</param>
    /// <returns>The page, counted from 1; <see langword="null"/> where the source has no pages.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is negative or beyond the text.</exception>
    public int? PageAt(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Text.Length);
        if (PageStarts.Count == 0)
        {
            return null;
        }

        var (low, high) = (1, PageStarts.Count);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = PageStarts[middle - 1] <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Returns the id and the title.</summary>
    public override string ToString() => $"{Id} ({Title})";

    private static bool IsWebAddress(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private IReadOnlyList<int> CheckPageStarts(IReadOnlyList<int> starts)
    {
        ArgumentNullException.ThrowIfNull(starts);
        for (var i = 0; i < starts.Count; i++)
        {
            if (i == 0 ? starts[i] != 0 : starts[i] < starts[i - 1] || starts[i] > Text.Length)
            {
                throw new ArgumentException(
                    $"Page {i + 1} of the article '{Id}' starts at {starts[i]}; pages start at 0, in order, inside the text (length {Text.Length}).",
                    nameof(starts));
            }
        }

        return starts;
    }

    private IReadOnlyList<Block> CheckBlocks(IReadOnlyList<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var end = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var (kind, span, level, leadIn) = blocks[i];
            if (span.IsEmpty || span.Start < end || span.End > Text.Length)
            {
                throw new ArgumentException(
                    $"Block {i} of the article '{Id}' stands at {span}; blocks are not empty, in order, without overlap and inside the text (length {Text.Length}).",
                    nameof(blocks));
            }

            if (!Enum.IsDefined(kind) || level is < 0 or > Block.MaxLevel || (kind == BlockKind.Heading && level == 0) || leadIn < 0 || leadIn >= i)
            {
                throw new ArgumentException(
                    $"Block {i} of the article '{Id}' has kind {kind}, level {level} and lead-in {leadIn}; levels are 0 to {Block.MaxLevel}, those of " +
                    "headings 1 or more, and a lead-in is an earlier block.",
                    nameof(blocks));
            }

            end = span.End;
        }

        return blocks;
    }

    private string ComputeFingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (IEnumerable<string?>)[Id, Text.Version, Title, Url, Published?.ToString(), Language, Author, Location, .. Tags])
        {
            // A separator that no field can hold keeps ("ab", "c") and ("a", "bc") apart.
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData([0xFF]);
        }

        foreach (var start in PageStarts)
        {
            hash.AppendData(BitConverter.GetBytes(start));
        }

        // Without blocks the fingerprint is what it was before there were any.
        foreach (var (kind, span, level, leadIn) in Blocks)
        {
            hash.AppendData([0xFE, (byte)kind, (byte)level]);
            hash.AppendData(BitConverter.GetBytes(span.Start));
            hash.AppendData(BitConverter.GetBytes(span.Length));
            hash.AppendData(BitConverter.GetBytes(leadIn ?? -1));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
