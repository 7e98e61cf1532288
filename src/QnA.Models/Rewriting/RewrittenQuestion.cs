using System.Text.RegularExpressions;
using QnA.Core.Questions;

namespace QnA.Models.Rewriting;

/// <summary>Reads what a model made of a question, and refuses what cannot be the same question.</summary>
/// <remarks>
/// A question may support names and numbers of an answer, so nothing may come into it that neither the person nor the conversation said.
/// </remarks>
internal static partial class RewrittenQuestion
{
    private const int MatchMilliseconds = 1000;

    // UTF-16 code units; a follow-up grows by what it refers to, not by more.
    private const int MaxGrowth = 300;

    /// <summary>Reads the model's output.</summary>
    /// <param name="output">The output.</param>
    /// <param name="question">The question and its conversation.</param>
    /// <returns>The question that stands alone; <see langword="null"/> where the output is none.</returns>
    public static string? Read(string output, Question question)
    {
        var text = Label().Replace(output.Trim(), "").Trim().Trim('"', '“', '”', '„').Trim();
        if (text.Length == 0 || text.Length > question.Text.Length + MaxGrowth || Foreign().IsMatch(text))
        {
            return null;
        }

        var words = Words(text);
        var asked = Words(question.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var said = question.History.SelectMany(turn => Words(turn.Text)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!words.Exists(asked.Contains))
        {
            return null;
        }

        var added = words.Skip(1).Where(word => !asked.Contains(word) && !said.Contains(word)).ToList();
        return added.Exists(IsNameOrNumber) || added.Count * 3 > words.Count ? null : text;
    }

    /// <summary>Tells whether two questions have the same words in the same order.</summary>
    public static bool IsSame(string text, string question) => Words(text).SequenceEqual(Words(question), StringComparer.OrdinalIgnoreCase);

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    private static bool IsNameOrNumber(string word) => char.IsUpper(word[0]) || word.Any(char.IsDigit);

    [GeneratedRegex(@"^\W*(?:(?:stand-?\s?alone|rewritten)\s+)?question\W*:\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MatchMilliseconds)]
    private static partial Regex Label();

    // A second line, markup, an address, characters that steer the display.
    [GeneratedRegex(@"[\r\n<>{}\[\]`\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]|://|www\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MatchMilliseconds)]
    private static partial Regex Foreign();

    // In scripts without spaces every character is a word.
    [GeneratedRegex(@"[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]|[\p{L}\p{N}\p{M}-[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]]+", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Word();
}
