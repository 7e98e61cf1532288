using QnA.Search.Duplicates;

namespace QnA.Search.Analysis;

/// <summary>What is known of a word as it is written, computed once.</summary>
/// <param name="Term">The search term: folded, stemmed.</param>
/// <param name="Cues">What it tells about the sentence that it stands in.</param>
/// <param name="Letters">Its three-letter parts, for comparing words that differ in their endings or are parts of compounds.</param>
/// <param name="Bytes">The search term in UTF-8, as the index has it; never changed.</param>
/// <param name="Sketched">What it is to the sketch of a text.</param>
internal sealed record WordInfo(string Term, WordCues Cues, TrigramSet Letters, byte[] Bytes, SketchedWord Sketched);

/// <summary>What a word tells about the sentence that it stands in.</summary>
[Flags]
internal enum WordCues
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Has a digit.</summary>
    Digit = 1,

    /// <summary>Four digits that may be a year.</summary>
    Year = 1 << 1,

    /// <summary>A number in letters.</summary>
    NumberWord = 1 << 2,

    /// <summary>The name of a month, a day or a span of time.</summary>
    Time = 1 << 3,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 1 << 4,

    /// <summary>Is all capitals, two or more.</summary>
    Acronym = 1 << 5,

    /// <summary>Gives a reason.</summary>
    Cause = 1 << 6,

    /// <summary>A unit, a currency or a share.</summary>
    Unit = 1 << 7,

    /// <summary>Stands for something said before.</summary>
    Pronoun = 1 << 8,

    /// <summary>A form of "to be" or "to be called", as definitions have.</summary>
    Copula = 1 << 9,

    /// <summary>Only shapes a sentence.</summary>
    Function = 1 << 10,

    /// <summary>Says where.</summary>
    Place = 1 << 11,
}

/// <summary>Reads <see cref="WordCues"/>.</summary>
internal static class WordCuesReading
{
    /// <summary>Tells whether any of some cues is there.</summary>
    public static bool Has(this WordCues cues, WordCues any) => (cues & any) != WordCues.None;
}

/// <summary>The three-letter parts of a word as a set of 128 hashed bits; small enough to compare thousands in a millisecond.</summary>
/// <param name="Low">Half of the bits.</param>
/// <param name="High">The other half.</param>
internal readonly record struct TrigramSet(ulong Low, ulong High)
{
    /// <summary>Gets how many bits are set.</summary>
    public int Count => System.Numerics.BitOperations.PopCount(Low) + System.Numerics.BitOperations.PopCount(High);

    /// <summary>Makes the set of a word; empty for words under four letters, which are alike too easily.</summary>
    public static TrigramSet Of(ReadOnlySpan<char> word)
    {
        ulong low = 0, high = 0;
        for (var i = 0; word.Length > 3 && i + 3 <= word.Length; i++)
        {
            // Knuth's multiplicative hash: the upper bits of the product are well mixed.
            var bit = (int)(((((uint)word[i] * 961) + ((uint)word[i + 1] * 31) + word[i + 2]) * 2654435761u) >> 25);
            if (bit < 64)
            {
                low |= 1UL << bit;
            }
            else
            {
                high |= 1UL << (bit - 64);
            }
        }

        return new TrigramSet(low, high);
    }

    /// <summary>Returns the share of this word's parts that another has as well; 0 to 1.</summary>
    public double ContainedIn(TrigramSet other) =>
        Count is var count and > 0 ? (double)new TrigramSet(Low & other.Low, High & other.High).Count / count : 0;
}
