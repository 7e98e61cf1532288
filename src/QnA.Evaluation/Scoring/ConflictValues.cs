using System.Globalization;
using System.Text;
using QnA.Evaluation.Answers;
using QnA.Evaluation.Sets;

namespace QnA.Evaluation.Scoring;

/// <summary>Tells whether an answer shows that articles disagree.</summary>
internal static class ConflictValues
{
    private const int CapitalSigma = 0x03A3;
    private const int CapitalIWithDot = 0x0130;

    /// <summary>Tells whether an answer is a conflict whose quotes hold both a right and a wrong value, in whatever case.</summary>
    public static bool AreShown(EvaluationQuestion question, GivenAnswer answer)
    {
        if (answer.Status != "conflict")
        {
            return false;
        }

        var text = Lower(string.Join(' ', answer.Quotes.Select(quote => quote.Text)));
        return Has(text, question.TrueAnswers) && Has(text, question.PlantedAnswers);
    }

    /// <summary>
    /// Lower-cases as the Unicode Standard does in full (section 3.13, with SpecialCasing.txt): beyond what single characters map to,
    /// the dot of İ stays, and Σ at the end of a word is ς.
    /// </summary>
    internal static string Lower(string text)
    {
        if (!text.AsSpan().ContainsAny((char)CapitalSigma, (char)CapitalIWithDot))
        {
            return text.ToLowerInvariant();
        }

        var lower = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            lower.Append((int)text[i] switch
            {
                CapitalIWithDot => "i\u0307",
                CapitalSigma => EndsWord(text, i) ? "ς" : "σ",
                _ => char.IsSurrogate(text[i]) ? text[i].ToString() : char.ToLowerInvariant(text[i]).ToString(),
            });
        }

        return lower.ToString();
    }

    private static bool Has(string text, IReadOnlyList<string> values) => values.Any(value => text.Contains(Lower(value), StringComparison.Ordinal));

    private static bool EndsWord(string text, int at)
    {
        var (before, after) = (at - 1, at + 1);
        while (before >= 0 && IsIgnorable(text[before]))
        {
            before--;
        }

        while (after < text.Length && IsIgnorable(text[after]))
        {
            after++;
        }

        return before >= 0 && IsCased(text[before]) && (after == text.Length || !IsCased(text[after]));
    }

    private static bool IsCased(char c) => char.IsUpper(c) || char.IsLower(c) || char.GetUnicodeCategory(c) == UnicodeCategory.TitlecaseLetter;

    private static bool IsIgnorable(char c) =>
        c is '\'' or '.' or ':' or '^' or '`' or '·' or '’' or '\u00AD'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
