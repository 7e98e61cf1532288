using System.Globalization;
using System.Text;

namespace QnA.Sources.Files.Layout;

/// <summary>Leaves out of a document's text what no reader sees.</summary>
internal static class DocumentCharacters
{
    private const char SoftHyphen = '\u00AD';

    /// <summary>
    /// Returns a text without control characters, soft hyphens and white space around it and at the ends of its lines; other white
    /// space that is not a line end becomes spaces, and a no-break space stays.
    /// </summary>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (character)
            {
                case '\n':
                    TrimEnd(cleaned);
                    cleaned.Append('\n');
                    break;
                case '\t':
                    cleaned.Append(' ');
                    break;
                case SoftHyphen or '\uFEFF' or '\uFFFE' or '\uFFFF':
                    break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Control)
                    {
                        cleaned.Append(character);
                    }

                    break;
            }
        }

        return cleaned.ToString().Trim();
    }

    /// <summary>Returns a text with each run of white space, line ends too, as one space.</summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is not (' ' or '\t' or '\n' or '\r' or '\f' or '\v'))
            {
                collapsed.Append(character);
            }
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        TrimEnd(collapsed);
        return collapsed.ToString();
    }

    private static void TrimEnd(StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }
    }
}
