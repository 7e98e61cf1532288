using System.Globalization;
using System.Text;

namespace QnA.Text.Words;

/// <summary>Reads the words of a text.</summary>
internal static class WordReader
{
    /// <summary>Returns the words in the order of the text; pairs of neighbouring letters in scripts without spaces.</summary>
    /// <remarks>A run of digits alone is no word: numbers are compared by value.</remarks>
    public static List<Word> Read(string text)
    {
        var words = new List<Word>();
        var startsSentence = true;
        for (var i = 0; i < text.Length;)
        {
            if (!IsInWord(text, i))
            {
                startsSentence |= EndsSentence(text, i);
                i++;
                continue;
            }

            var start = i;
            var unspaced = CoarseScripts.IsUnspaced(text[i]);
            while (i < text.Length && IsInWord(text, i) && CoarseScripts.IsUnspaced(text[i]) == unspaced)
            {
                i++;
            }

            if (unspaced)
            {
                AddPairs(words, text, start, i);
                startsSentence = false;
                continue;
            }

            var folded = Fold(text.AsSpan(start, i - start));
            if (folded.AsSpan().ContainsAnyExceptInRange('0', '9') && folded.Length > 0)
            {
                words.Add(new Word(folded, start, i - start, char.IsUpper(text[start]), startsSentence));
            }

            startsSentence = false;
        }

        return words;
    }

    /// <summary>Returns a word in lower case, without accents, apostrophes and a possessive ending.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var text = word.ToString();
        if (text.Length > 2 && text[^2] is '\'' or '\u2019' && text[^1] is 's' or 'S')
        {
            text = text[..^2];
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && c is not ('\'' or '\u2019'))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString().Replace("ß", "ss", StringComparison.Ordinal);
    }

    private static void AddPairs(List<Word> words, string text, int start, int end)
    {
        if (end - start == 1)
        {
            words.Add(new Word(text[start..end], start, 1, IsCapitalized: false, StartsSentence: false));
        }

        for (var i = start; i + 1 < end; i++)
        {
            words.Add(new Word(text.Substring(i, 2), i, 2, IsCapitalized: false, StartsSentence: false));
        }
    }

    // An apostrophe between letters belongs to the word: don't, O'Brien.
    private static bool IsInWord(string text, int i) =>
        char.IsLetterOrDigit(text[i])
        || char.IsSurrogate(text[i])
        || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || (text[i] is '\'' or '\u2019' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]));

    private static bool EndsSentence(string text, int i) => text[i] switch
    {
        '!' or '?' or '…' or ':' or '"' or '“' or '„' or '«' or '‘' or '\n' => true,
        // "e.g." and initials are followed by names; a point ends a sentence only where a lower-case word stands before it.
        '.' => i > 1 && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i - 2]),
        _ => false,
    };
}
