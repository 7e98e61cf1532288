using System.Globalization;
using System.Text;

namespace QnA.Text.Detection;

/// <summary>Takes the part of an article by which its language is told.</summary>
internal static class ProseSample
{
    /// <summary>The length of a sample in UTF-16 code units: Danish and Norwegian are told apart by 2,000, not by 300.</summary>
    public const int MaxLength = 2000;

    // Menus, tables and listings come first on many pages; what has no prose so far has none.
    private const int MaxRead = 20_000;

    /// <summary>Returns the first lines that are mostly letters; empty where none is.</summary>
    public static string Of(string text)
    {
        var sample = new StringBuilder(MaxLength);
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, MaxRead)).EnumerateLines())
        {
            if (sample.Length >= MaxLength)
            {
                break;
            }

            var part = line[..Math.Min(line.Length, MaxLength - sample.Length)];
            if (IsProse(part))
            {
                sample.Append(part).Append('\n');
            }
        }

        return sample.ToString();
    }

    // Four of five signs of prose are letters or their marks, most others spaces; of tables, code and lists of numbers half.
    private static bool IsProse(ReadOnlySpan<char> line)
    {
        var letters = 0;
        foreach (var c in line)
        {
            letters += char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? 1 : 0;
        }

        return letters * 5 > line.Length * 3;
    }
}
