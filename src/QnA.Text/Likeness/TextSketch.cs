using System.Runtime.InteropServices;
using QnA.Text.Words;

namespace QnA.Text.Likeness;

/// <summary>What is kept of a text to tell its copies from other texts: samples of its shingles, its numbers and its capitalised words.</summary>
/// <remarks>
/// <para>
/// Shingles, and containment for copies that are cut, are Broder's (On the resemblance and containment of documents, 1997). Numbers
/// and names tell apart what shingles do not: two reports in the same words on two companies.
/// </para>
/// <para>
/// Words are folded but not stemmed: a sketch depends on nothing but the text, not on its language nor on other articles, so what is a
/// copy of what depends on no order. Immutable and safe for concurrent use.
/// </para>
/// </remarks>
internal sealed class TextSketch
{
    /// <summary>How many words a shingle has; measured, as are the thresholds: see <c>docs/duplicates.md</c>.</summary>
    public const int ShingleWords = 4;

    /// <summary>How many shingles are sampled.</summary>
    public const int Shingled = 96;

    /// <summary>How many numbers, and how many names, are sampled.</summary>
    public const int Named = 16;

    /// <summary>By how many of its smallest shingles a text is looked up.</summary>
    public const int Keyed = 16;

    // A text of a sentence or two is easily contained in another: up to this many shingles nearly all must be.
    private const int Short = 20;
    private const double OfShort = 0.9;

    // From this many on, what copies share is enough.
    private const int Long = 80;

    // What has fewer shingles, some 60 words, is a form with a few figures: there even what runs along tells nothing.
    private const int Aligned = 57;

    // Less is seldom left of a text, and often shared by others.
    private const double OfAligned = 0.35;

    /// <summary>How much of a shorter text of <see cref="Long"/> shingles or more must stand in the other.</summary>
    public static readonly Shared Enough = new(Shingles: 0.5, Numbers: 0.5, Names: 0.4);

    private readonly HashSample _shingles;
    private readonly HashSample _numbers;
    private readonly HashSample _names;

    private TextSketch(HashSample shingles, HashSample numbers, HashSample names)
    {
        _shingles = shingles;
        _numbers = numbers;
        _names = names;
    }

    /// <summary>Gets the hashes that the text is looked up by: copies share at least one of them, but for a few in a thousand.</summary>
    public ReadOnlySpan<uint> Keys => _shingles.Hashes[..Math.Min(Keyed, _shingles.Hashes.Length)];

    /// <summary>Gets the samples: of the shingles, the numbers and the capitalised words.</summary>
    public IReadOnlyList<HashSample> Samples => [_shingles, _numbers, _names];

    /// <summary>Makes the sketch of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shingleWords">How many words a shingle has; only measurements ask for another number.</param>
    public static TextSketch Of(ReadOnlySpan<char> text, int shingleWords = ShingleWords)
    {
        var builder = new SketchBuilder(shingleWords);
        var words = new WordScanner(text);
        while (words.MoveNext())
        {
            builder.Add(SketchedWord.Of(words.Word));
        }

        return builder.Build();
    }

    /// <summary>Makes a sketch of its <see cref="Samples"/>.</summary>
    public static TextSketch Restore(HashSample shingles, HashSample numbers, HashSample names) => new(shingles, numbers, names);

    /// <summary>Tells whether one of two texts is a copy of the other, whichever came first: cut, with another head, lightly edited.</summary>
    public bool IsCopyOf(TextSketch other) => IsCopyOf(other, Enough);

    /// <summary>Tells the same by other shares.</summary>
    public bool IsCopyOf(TextSketch other, Shared enough)
    {
        var shorter = Math.Min(_shingles.Count, other._shingles.Count);
        return shorter > 0
            && _shingles.Containment(other._shingles) >= Least(enough.Shingles, shorter)
            && _numbers.Containment(other._numbers) >= Least(enough.Numbers, shorter)
            && _names.Containment(other._names) >= Least(enough.Names, shorter);
    }

    /// <summary>Tells whether two texts that the samples do not take for copies share enough for their words to be compared.</summary>
    public bool MayBeCopyOf(TextSketch other) =>
        Math.Min(_shingles.Count, other._shingles.Count) >= Aligned && _shingles.Containment(other._shingles) >= OfAligned;

    private static double Least(double ofLong, int shingles) => shingles switch
    {
        <= Short => OfShort,
        >= Long => ofLong,
        _ => OfShort - ((OfShort - ofLong) * (shingles - Short) / (Long - Short)),
    };
}

/// <summary>How much of the shorter of two texts stands in the other; each 0 to 1.</summary>
/// <param name="Shingles">The share of its shingles.</param>
/// <param name="Numbers">The share of its numbers.</param>
/// <param name="Names">The share of its capitalised words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Shared(double Shingles, double Numbers, double Names);
