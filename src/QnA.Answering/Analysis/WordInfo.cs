using QnA.Text.Likeness;

namespace QnA.Answering.Analysis;

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
