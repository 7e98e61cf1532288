using System.Globalization;
using System.Text.RegularExpressions;
using QnA.Text.Words;

namespace QnA.Text.Numbers;

/// <summary>Reads the dates of a text: written out in any order, in ISO 8601, or in figures.</summary>
internal static partial class DateReader
{
    private const int MatchMilliseconds = 1000;

    /// <summary>Returns the dates, in the order of the text, of one with plain digits (see <see cref="Digits"/>); a date in figures that can be read in two ways is given twice.</summary>
    public static List<DateMention> Read(string text)
    {
        var dates = new List<DateMention>();
        foreach (Match match in Numeric().Matches(text))
        {
            AddNumeric(dates, match);
        }

        foreach (var word in WordReader.Read(text))
        {
            var month = MonthNames.Find(word.Folded);
            if (month > 0 && !dates.Exists(d => d.Start <= word.Start && word.Start < d.End) && Around(text, word, month) is { } date)
            {
                dates.Add(date);
            }
        }

        dates.Sort((left, right) => left.Start.CompareTo(right.Start));
        return dates;
    }

    private static void AddNumeric(List<DateMention> dates, Match match)
    {
        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var (end, start) = (match.Index + match.Length, match.Index);
        if (match.Groups["iy"].Success)
        {
            Add(Part("id"), Part("im"), Part("iy"));
            return;
        }

        Add(Part("a"), Part("b"), Part("y"));
        if (match.Groups["sep"].ValueSpan is not ".")
        {
            Add(Part("b"), Part("a"), Part("y"));
        }

        void Add(int day, int month, int year)
        {
            if (day is >= 1 and <= 31 && month is >= 1 and <= 12)
            {
                dates.Add(new DateMention(day, month, year, start, end));
            }
        }
    }

    private static DateMention? Around(string text, Word word, int month)
    {
        var before = Before().Match(text[Math.Max(0, word.Start - 20)..word.Start]);
        var after = After().Match(text[word.End..Math.Min(text.Length, word.End + 24)]);
        int? day = null, year = null;
        var (start, end) = (word.Start, word.End);
        if (before.Success)
        {
            day = Number(before.Groups["d"]);
            start -= before.Length;
        }
        else if (after.Groups["d"].Success)
        {
            day = Number(after.Groups["d"]);
            end = word.End + after.Groups["d"].Index + after.Groups["d"].Length;
        }

        if (after.Groups["y"].Success && (day is null || before.Success || after.Groups["d"].Success))
        {
            year = Number(after.Groups["y"]);
            end = word.End + after.Groups["y"].Index + after.Groups["y"].Length;
        }

        // "May" and "March" are verbs as well: alone they are months only where written as names in the middle of a sentence.
        return day is null && year is null && (!word.IsCapitalized || word.StartsSentence || word.Length < 3)
            ? null
            : new DateMention(day is >= 1 and <= 31 ? day : null, month, year, start, end);
    }

    private static int? Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"(?<!\d)(?:(?<iy>\d{4})-(?<im>[01]\d)-(?<id>[0-3]\d)|(?<a>\d{1,2})(?<sep>[./-])(?<b>\d{1,2})\k<sep>(?<y>\d{4}))(?!\d)",
        RegexOptions.CultureInvariant,
        MatchMilliseconds)]
    private static partial Regex Numeric();

    [GeneratedRegex(
        @"(?<![\d.,])(?<d>[0-3]?\d)(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+|di\s+)?$", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Before();

    [GeneratedRegex(
        @"^\.?(?:\s+(?<d>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:]|[.,]\d))?(?:,?\s+(?:of\s+|de\s+|del\s+)?(?<y>[12]\d{3}))?(?![\d])",
        RegexOptions.CultureInvariant,
        MatchMilliseconds)]
    private static partial Regex After();
}
