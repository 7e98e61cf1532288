namespace QnA.Text.Numbers;

/// <summary>A date that a text has, as exactly as it says.</summary>
/// <param name="Day">1 to 31; <see langword="null"/> where not said.</param>
/// <param name="Month">1 to 12; <see langword="null"/> where not said.</param>
/// <param name="Year">The year; <see langword="null"/> where not said.</param>
/// <param name="Start">Where it starts in its text, in UTF-16 code units.</param>
/// <param name="End">The position after it.</param>
internal sealed record DateMention(int? Day, int? Month, int? Year, int Start, int End)
{
    /// <summary>Tells whether another date says at least what this one says.</summary>
    public bool IsSaidBy(DateMention other) =>
        (Day is null || Day == other.Day) && (Month is null || Month == other.Month) && (Year is null || Year == other.Year);
}
