using System.Text;

namespace QnA.Sources.Files.Pdf;

/// <summary>Joins the lines of a paragraph, and words that were parted at a line's end.</summary>
/// <remarks>
/// Whether a hyphen is the word's own cannot be seen at a line's end, but often elsewhere in the same document: a word that
/// stands there with its hyphen keeps it; any other loses it.
/// </remarks>
internal sealed class Hyphenation
{
    /// <summary>The hyphen that is only seen where a line ends.</summary>
    public const char SoftHyphen = '\u00AD';

    private readonly HashSet<string> _hyphenated;

    private Hyphenation(HashSet<string> hyphenated) => _hyphenated = hyphenated;

    /// <summary>Learns from a document which words have hyphens of their own.</summary>
    public static Hyphenation Of(IEnumerable<string> lines)
    {
        var hyphenated = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            for (var i = 1; i < line.Length - 1; i++)
            {
                if (IsHyphen(line[i]) && char.IsLetter(line[i - 1]) && char.IsLetter(line[i + 1]))
                {
                    hyphenated.Add($"{LettersBefore(line, i)}-{LettersFrom(line, i + 1)}");
                }
            }
        }

        return new Hyphenation(hyphenated);
    }

    /// <summary>Appends a line to a paragraph.</summary>
    /// <returns>Where the line starts in the paragraph.</returns>
    public int Join(StringBuilder paragraph, string line)
    {
        if (paragraph.Length == 0)
        {
            paragraph.Append(line);
            return 0;
        }

        if (paragraph[^1] == SoftHyphen)
        {
            paragraph.Length--;
        }
        else if (paragraph.Length > 1 && IsHyphen(paragraph[^1]) && char.IsLetter(paragraph[^2]) && char.IsLetter(line[0]))
        {
            var isPartOnly = char.IsLower(line[0])
                && !_hyphenated.Contains($"{LettersBefore(paragraph.ToString(Math.Max(0, paragraph.Length - 64), Math.Min(64, paragraph.Length)))}-{LettersFrom(line, 0)}");
            paragraph.Length -= isPartOnly ? 1 : 0;
        }
        else
        {
            paragraph.Append(' ');
        }

        var start = paragraph.Length;
        paragraph.Append(line);
        return start;
    }

    private static bool IsHyphen(char character) => character is '-' or '\u2010';

    private static string LettersBefore(string textWithHyphen) => LettersBefore(textWithHyphen, textWithHyphen.Length - 1);

    private static string LettersBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        return text[start..end];
    }

    private static string LettersFrom(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }
}
