using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace QnA.Core.Questions;

/// <summary>Reads follow-ups that ask the last question for another year: <c>and in 2020?</c>.</summary>
internal static partial class OtherYear
{
    private const int MatchMilliseconds = 1000;

    // What may stand before the year and ask nothing of its own. Anything else is a question that may mean something new.
    private static readonly FrozenSet<string> LeadIns = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "", "and", "in", "and in", "and for", "and what about", "what about", "what about in", "how about", "how about in", "and how about",
        "und", "und in", "und im jahr", "im jahr", "und für", "et", "et en", "en", "et pour", "y", "y en", "¿y en", "¿y", "e", "e nel", "nel", "e no", "e em", "em",
        "og", "og i", "i", "och", "och i", "och år", "en in", "а", "а в", "в", "i w", "a w");

    /// <summary>Makes the follow-up stand alone.</summary>
    /// <param name="text">What was asked now.</param>
    /// <param name="earlier">What the person asked before, the last first.</param>
    /// <returns>The earlier question with the new year; <see langword="null"/> where the text is no such follow-up or the earlier question does not have exactly one year.</returns>
    public static string? Resolve(string text, IEnumerable<string> earlier)
    {
        if (YearOf(text) is not { } year || earlier.FirstOrDefault(question => YearOf(question) is null) is not { } asked)
        {
            return null;
        }

        var years = Years().Matches(asked);
        return years.Count == 1 ? asked[..years[0].Index] + year + asked[(years[0].Index + years[0].Length)..] : null;
    }

    private static string? YearOf(string text) =>
        FollowUp().Match(text) is { Success: true } match && LeadIns.Contains(match.Groups["lead"].Value) ? match.Groups["year"].Value : null;

    [GeneratedRegex(@"^\s*(?<lead>[^\d]*?)\s*(?<year>(?:1\d|20)\d\d)(?:\s*году?)?\s*[?.!？]*\s*$", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex FollowUp();

    [GeneratedRegex(@"(?<![\d.,])(?:1\d|20)\d\d(?![\d]|[.,]\d)", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Years();
}
