using QnA.Text;

namespace QnA.Core.Articles;

/// <summary>Finds words in a text where they stand in other white space.</summary>
internal static class SameWords
{
    /// <summary>Finds the first place that has the words, letter for letter.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="words">What to look for; any white space in it stands for any other.</param>
    /// <returns><see langword="null"/> where there is no such place, or nothing to look for.</returns>
    public static TextSpan? Find(ArticleText text, string words)
    {
        var parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return null;
        }

        for (var start = 0; (start = text.Value.IndexOf(parts[0], start, StringComparison.Ordinal)) >= 0; start++)
        {
            if (EndOfMatch(text.Value, start, parts) is { } end)
            {
                return new TextSpan(start, end);
            }
        }

        return null;
    }

    private static int? EndOfMatch(string text, int start, string[] parts)
    {
        var at = start + parts[0].Length;
        foreach (var part in parts.AsSpan(1))
        {
            var next = at;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            if (next == at || !text.AsSpan(next).StartsWith(part, StringComparison.Ordinal))
            {
                return null;
            }

            at = next + part.Length;
        }

        return at;
    }
}
