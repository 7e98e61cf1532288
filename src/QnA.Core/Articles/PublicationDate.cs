using System.Globalization;

namespace QnA.Core.Articles;

/// <summary>When an article was published, as exactly as its source says: a year, a month, a day or an instant.</summary>
/// <remarks>
/// <para>Written as in ISO 8601: <c>2011</c>, <c>2011-05</c>, <c>2011-05-03</c>, <c>2011-05-03T10:00:00Z</c>. Ordered by the first
/// instant that it can mean; a date without an offset is taken as UTC.</para>
/// <para>Two dates are equal when they are written alike. Immutable and safe for concurrent use.</para>
/// </remarks>
public readonly record struct PublicationDate : IComparable<PublicationDate>
{
    private static readonly string[] Precisions =
    [
        "yyyy", "yyyy-MM", "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ssK",
    ];

    private readonly string? _text;

    private PublicationDate(string text, DateTimeOffset start)
    {
        _text = text;
        Start = start;
    }

    /// <summary>Gets the first instant that the date can mean.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Gets the instant after the last one that the date can mean: that of the next year, month or day; an exact time ends where it starts, one tick later.</summary>
    public DateTimeOffset End
    {
        get
        {
            // The last year, month or day of the calendar has none after it.
            var last = DateTimeOffset.MaxValue.UtcDateTime;
            return ToString().Length switch
            {
                <= 4 => Start.Year == last.Year ? DateTimeOffset.MaxValue : Start.AddYears(1),
                <= 7 => (Start.Year, Start.Month) == (last.Year, last.Month) ? DateTimeOffset.MaxValue : Start.AddMonths(1),
                <= 10 => Start.UtcDateTime.Date == last.Date ? DateTimeOffset.MaxValue : Start.AddDays(1),
                _ => Start == DateTimeOffset.MaxValue ? Start : Start.AddTicks(1),
            };
        }
    }

    /// <summary>Reads a date.</summary>
    /// <param name="text">A date in ISO 8601, of any precision from a year to a fraction of a second.</param>
    /// <param name="date">The date.</param>
    /// <returns><see langword="false"/> where the text is no such date.</returns>
    public static bool TryParse(string? text, out PublicationDate date)
    {
        var trimmed = text?.Trim() ?? "";
        var valid = DateTimeOffset.TryParseExact(
            trimmed, Precisions, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start);
        date = valid ? new PublicationDate(trimmed, start) : default;
        return valid;
    }

    /// <summary>Makes a date of an instant.</summary>
    public static PublicationDate From(DateTimeOffset instant) =>
        new(instant.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture), instant);

    /// <summary>Orders by <see cref="Start"/>.</summary>
    public int CompareTo(PublicationDate other) => Start.CompareTo(other.Start);

    /// <summary>Returns the date as its source wrote it.</summary>
    public override string ToString() => _text ?? "";

    /// <summary>Returns the date for people: without the time of day, in a culture's words.</summary>
    /// <param name="culture">Whose names of months to use.</param>
    public string ToDisplayString(CultureInfo culture) => ToString().Length switch
    {
        <= 4 => ToString(),
        <= 7 => Start.ToString("MMMM yyyy", culture),
        _ => Start.ToString("d MMMM yyyy", culture),
    };

    /// <summary>Tells whether <paramref name="left"/> is earlier.</summary>
    public static bool operator <(PublicationDate left, PublicationDate right) => left.CompareTo(right) < 0;

    /// <summary>Tells whether <paramref name="left"/> is later.</summary>
    public static bool operator >(PublicationDate left, PublicationDate right) => left.CompareTo(right) > 0;

    /// <summary>Tells whether <paramref name="left"/> is not later.</summary>
    public static bool operator <=(PublicationDate left, PublicationDate right) => left.CompareTo(right) <= 0;

    /// <summary>Tells whether <paramref name="left"/> is not earlier.</summary>
    public static bool operator >=(PublicationDate left, PublicationDate right) => left.CompareTo(right) >= 0;
}
