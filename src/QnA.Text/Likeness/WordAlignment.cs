using System.Runtime.InteropServices;
using QnA.Text.Words;

namespace QnA.Text.Likeness;

/// <summary>The part of two texts that runs along in both: the best local alignment of their words.</summary>
/// <remarks>
/// Smith and Waterman (Identification of common molecular subsequences, 1981) on words: one for a word that stands in both, minus one for
/// one that differs or is in one alone. Two texts in one form, on two companies, run along badly where the numbers and names are.
/// </remarks>
/// <param name="Matched">How many words run along.</param>
/// <param name="Shorter">How many words the shorter text has.</param>
/// <param name="Facts">How many of the words that run along are numbers or capitalised.</param>
/// <param name="OtherFacts">How many numbers and capitalised words of either text lie between and do not run along.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordAlignment(int Matched, int Shorter, int Facts, int OtherFacts)
{
    // Measured, see docs/duplicates.md: of a short report that was cut, edited and given a head and a byline, half is left.
    private const double OfShorter = 0.55;
    private const double OfFacts = 0.8;

    private const byte End = 0;
    private const byte Both = 1;
    private const byte One = 2;
    private const byte Other = 3;

    /// <summary>Gets whether one of the texts is a copy of the other: enough of it runs along, with nearly all numbers and names there.</summary>
    public bool IsOfCopies => Matched >= OfShorter * Shorter && Facts >= OfFacts * (Facts + OtherFacts);

    /// <summary>Aligns two texts; takes time and memory as the product of their words.</summary>
    public static WordAlignment Of(IReadOnlyList<AlignedWord> one, IReadOnlyList<AlignedWord> other)
    {
        var width = other.Count + 1;
        var from = new byte[(one.Count + 1) * width];
        var row = new int[width];
        var (best, bestAt) = (0, 0);
        for (var i = 1; i <= one.Count; i++)
        {
            var diagonal = 0;
            for (var j = 1; j < width; j++)
            {
                var both = diagonal + (one[i - 1].Hash == other[j - 1].Hash ? 1 : -1);
                var (above, left) = (row[j] - 1, row[j - 1] - 1);
                diagonal = row[j];
                var score = Math.Max(0, Math.Max(both, Math.Max(above, left)));
                row[j] = score;
                from[(i * width) + j] = score == 0 ? End : score == both ? Both : score == above ? One : Other;
                if (score > best)
                {
                    (best, bestAt) = (score, (i * width) + j);
                }
            }
        }

        return Trace(one, other, from, width, bestAt);
    }

    private static WordAlignment Trace(IReadOnlyList<AlignedWord> one, IReadOnlyList<AlignedWord> other, byte[] from, int width, int at)
    {
        var (matched, facts, otherFacts) = (0, 0, 0);
        while (from[at] is not End and var step)
        {
            var (word, otherWord) = (step == Other ? default : one[(at / width) - 1], step == One ? default : other[(at % width) - 1]);
            if (step == Both && word.Hash == otherWord.Hash)
            {
                matched++;
                facts += word.IsFact || otherWord.IsFact ? 1 : 0;
            }
            else
            {
                otherFacts += (word.IsFact ? 1 : 0) + (otherWord.IsFact ? 1 : 0);
            }

            at -= step == Both ? width + 1 : step == One ? width : 1;
        }

        return new WordAlignment(matched, Math.Min(one.Count, other.Count), facts, otherFacts);
    }
}

/// <summary>A word of a text that is aligned.</summary>
/// <param name="Hash">See <see cref="WordHash.Of"/>.</param>
/// <param name="IsFact">Whether it is a number or capitalised.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AlignedWord(ulong Hash, bool IsFact)
{
    /// <summary>Reads the words of a text.</summary>
    public static IReadOnlyList<AlignedWord> Read(ReadOnlySpan<char> text)
    {
        var found = new List<AlignedWord>();
        var words = new WordScanner(text);
        while (words.MoveNext())
        {
            found.Add(new AlignedWord(WordHash.Of(words.Word), words.Word.ContainsAnyInRange('0', '9') || char.IsUpper(words.Word[0])));
        }

        return found;
    }
}
