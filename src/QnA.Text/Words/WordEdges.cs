namespace QnA.Text.Words;

/// <summary>Where words and numbers begin and end, as far as code can tell without a dictionary.</summary>
internal static class WordEdges
{
    /// <summary>
    /// Tells whether a span cuts no word and no number in two: "he was chosen" is a part of "she was chosen", "5 million" of
    /// "1.5 million" and of "-5 million", but neither is said there.
    /// </summary>
    /// <remarks>In scripts without spaces (<see cref="IsUnspaced"/>) letters that touch are no sign of one word.</remarks>
    public static bool AreWhole(string text, TextSpan span) =>
        span.IsEmpty || (IsWholeAtStart(text, span.Start) && IsWholeAtEnd(text, span.End));

    /// <summary>Tells whether a text has words, letter for letter, at a place where they are not parts of other words or numbers.</summary>
    public static bool Contains(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && at < text.Length;
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (AreWhole(text, new TextSpan(at, at + words.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gets the words of a text: runs of letters, marks and digits; each letter alone in scripts without spaces.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsInWord(text[i]) && !IsUnspaced(text[i]))
            {
                continue;
            }

            if (start < i)
            {
                yield return text[start..i];
            }

            if (IsUnspaced(text[i]))
            {
                yield return text[i].ToString();
            }

            start = i + 1;
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    private static bool IsWholeAtStart(string text, int start)
    {
        if (start == 0)
        {
            return true;
        }

        var (before, first) = (text[start - 1], text[start]);
        return !Joins(before, first)
            && !(char.IsDigit(first) && (IsSign(before) || (IsInNumber(before) && start > 1 && char.IsDigit(text[start - 2]))));
    }

    private static bool IsWholeAtEnd(string text, int end)
    {
        if (end == text.Length)
        {
            return true;
        }

        var (last, after) = (text[end - 1], text[end]);
        return !Joins(last, after)
            && !(char.IsDigit(last) && (after == '%' || (IsInNumber(after) && end + 1 < text.Length && char.IsDigit(text[end + 1]))));
    }

    private static bool Joins(char left, char right) =>
        IsInWord(left) && IsInWord(right) && !IsUnspaced(left) && !IsUnspaced(right);

    // A surrogate is half of a letter of a rarer script or of a picture; taken as a letter, the check is strict.
    private static bool IsInWord(char c) =>
        char.IsLetterOrDigit(c)
        || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool IsSign(char c) => c is '-' or '\u2212' or '+';

    private static bool IsInNumber(char c) => c is '.' or ',' or '\'' or '\u2019' or ':' or '/' or '\u00A0' or '\u202F';

    // Unicode Standard Annex 14: class SA (Thai, Lao, Myanmar, Khmer), ideographs and kana.
    private static bool IsUnspaced(char c) =>
        c is (>= '\u0E00' and <= '\u0EFF')
            or (>= '\u1000' and <= '\u109F')
            or (>= '\u1780' and <= '\u17FF')
            or (>= '\u3040' and <= '\u30FF')
            or (>= '\u3400' and <= '\u9FFF')
            or (>= '\uF900' and <= '\uFAFF');
}
