using System.Globalization;
using System.Text;

namespace QnA.Cli.Rendering;

/// <summary>Makes text of articles and people safe to show in a terminal.</summary>
internal static class TerminalText
{
    /// <summary>
    /// Replaces what a terminal would obey instead of show: control characters (escape sequences among them) and the marks that turn the
    /// reading direction of what follows, by U+FFFD. Line breaks and tabs stay.
    /// </summary>
    public static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsObeyed(text[i]))
            {
                clean ??= new StringBuilder(text);
                clean[i] = '\uFFFD';
            }
        }

        return clean?.ToString() ?? text;
    }

    /// <summary>Makes text one line for a title or a link.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsObeyed(char c) =>
        (char.GetUnicodeCategory(c) == UnicodeCategory.Control && c is not ('\n' or '\t'))
        || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u061C' or '\u200E' or '\u200F';
}
