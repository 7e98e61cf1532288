using System.Globalization;

namespace QnA.Text;

/// <summary>A half-open range <c>[Start, End)</c> of an article's text.</summary>
/// <remarks>
/// Offsets are UTF-16 code units of the article's text, never of a lower-cased, stemmed or otherwise changed copy.
/// Two spans are equal when both offsets are; the default value is the empty span at 0. Immutable and safe for concurrent use.
/// </remarks>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>Creates a span.</summary>
    /// <param name="start">The first code unit; 0 or more.</param>
    /// <param name="end">The code unit after the last; <paramref name="start"/> or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An offset is negative or the end lies before the start.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>Gets the first code unit of the span.</summary>
    public int Start { get; }

    /// <summary>Gets the code unit after the last of the span.</summary>
    public int End { get; }

    /// <summary>Gets how many UTF-16 code units the span has.</summary>
    public int Length => End - Start;

    /// <summary>Gets whether the span has no code unit.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>Tells whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Gets how many code units the two spans share; 0 where they only touch.</summary>
    public int OverlapWith(TextSpan other) => Math.Max(0, Math.Min(End, other.End) - Math.Max(Start, other.Start));

    /// <summary>Gets the smallest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>Returns <c>[start..end)</c> in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"[{Start}..{End})");

    /// <summary>Tells whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}
