using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace QnA.Models.Output;

/// <summary>Takes from a sentence what a model adds to it: Markdown, labels, numbers of lists, entities.</summary>
internal static partial class ClaimText
{
    private const int MatchMilliseconds = 1000;

    /// <summary>Returns the sentence alone.</summary>
    public static string Clean(string raw)
    {
        var text = WebUtility.HtmlDecode(WithoutControls(raw)).Replace("\\_", "_", StringComparison.Ordinal);
        text = Space().Replace(text, " ").Trim();
        string before;
        do
        {
            before = text;
            text = Lead().Replace(text, "");
        }
        while (text != before);

        text = Emphasis().Replace(text, "").Replace("`", "", StringComparison.Ordinal);
        return SpaceBeforeSign().Replace(Space().Replace(text, " "), "").Trim();
    }

    /// <summary>Tells whether a text has anything to say: a letter or a digit.</summary>
    public static bool HasContent(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    private static string WithoutControls(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var rune in raw.EnumerateRunes())
        {
            // Half of a surrogate pair is read as U+FFFD, which verification refuses.
            text.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control ? " " : rune.ToString());
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Space();

    // Signs of headings, quotations and lists, and "Answer:".
    [GeneratedRegex(
        @"^(?:#{1,6}\s+|>\s*|[-*+•–—]\s+|\d{1,2}[.)]\s+|\**(?:answer|antwort|respuesta|réponse)\s*:\**\s*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        MatchMilliseconds)]
    private static partial Regex Lead();

    // Stars and underscores around words; an underscore within a word is a letter of it.
    [GeneratedRegex(@"\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|~~", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+(?=[.,;:!?](?:\s|$))", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex SpaceBeforeSign();
}
