using System.Globalization;
using QnA.Core.Answers;

namespace QnA.Bot.Replies;

/// <summary>Says in which other articles a quote stands as well.</summary>
internal static class AlsoInText
{
    // A wire report may stand in many papers; the first few show that it is one report.
    private const int Shown = 3;

    /// <summary>Writes what follows the source of a quote: <c>, also in A (3 May 2024), B and 4 more</c>.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="write">Writes the title of an article, made safe for where it is shown.</param>
    /// <returns>Empty where the quote stands in no other article.</returns>
    public static string Of(Citation citation, Func<AlsoIn, string> write)
    {
        if (citation.AlsoIn.Count == 0)
        {
            return "";
        }

        var text = ", also in " + string.Join(", ", citation.AlsoIn.Take(Shown).Select(copy => write(copy) + DateOf(copy)));
        var rest = citation.AlsoIn.Count - Shown;
        return rest > 0 ? string.Create(CultureInfo.InvariantCulture, $"{text} and {rest} more") : text;
    }

    private static string DateOf(AlsoIn copy) =>
        copy.Published is { } published ? $" ({published.ToDisplayString(CultureInfo.InvariantCulture)})" : "";
}
