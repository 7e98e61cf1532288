using System.Runtime.InteropServices;

namespace QnA.Lucene.Duplicates;

/// <summary>Where a key of a sketch stands in the index: the low bits are a term, the high ones the position in the article.</summary>
/// <remarks>
/// Were each key a term of its own, nearly each would have one article, and the terms of all other fields together would be fewer: writing and
/// merging them was a tenth of ingestion. Of a million articles, a term has about a thousand.
/// </remarks>
/// <param name="Term">The term; terms sort as the low bits do.</param>
/// <param name="Position">The position.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyPlace(string Term, int Position)
{
    private const int TermBits = 14;
    private const int BitsOfDigit = TermBits / 2;

    private static readonly string[] Terms =
        [.. Enumerable.Range(0, 1 << TermBits).Select(low => $"{(char)(low >> BitsOfDigit)}{(char)(low & ((1 << BitsOfDigit) - 1))}")];

    /// <summary>Returns the place of a key.</summary>
    public static KeyPlace Of(uint key) => new(Terms[key & ((1 << TermBits) - 1)], (int)(key >> TermBits));
}
