using System.Globalization;
using System.Text;

namespace QnA.Bot.Replies;

/// <summary>Writes text that is not ours as Markdown that shows exactly that text: nothing in it becomes a link, a picture, HTML or layout.</summary>
/// <remarks>
/// CommonMark 0.31, sections 2.4 (backslash escapes) and 2.5 (entities). Only what could be read as Markdown is escaped, so that a
/// channel that shows plain text still shows the words. White space at the ends of lines carries no meaning in Markdown and is dropped.
/// </remarks>
internal static class MarkdownText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Escapes text that may have several lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="linePrefix">What every line after the first begins with, such as <c>"> "</c> in a block quote.</param>
    public static string Escape(string text, string linePrefix = "")
    {
        var builder = new StringBuilder(text.Length + 16);
        foreach (var line in text.ReplaceLineEndings("\n").Split(['\n', '\v', '\f', '\u0085', '\u2028', '\u2029']))
        {
            var trimmed = line.AsSpan().Trim(" \t\u00A0");
            if (trimmed.IsEmpty && builder.Length == 0)
            {
                continue;
            }

            if (builder.Length > 0)
            {
                builder.Append('\n').Append(linePrefix);
            }

            AppendLine(builder, trimmed);
        }

        return builder.ToString();
    }

    /// <summary>Escapes text for one line: breaks become spaces.</summary>
    public static string EscapeLine(string text) =>
        Escape(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Cleans text that is shown as it is, not as Markdown: what disguises text becomes U+FFFD.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (clean, original) =>
    {
        for (var i = 0; i < original.Length; i++)
        {
            clean[i] = original[i] != '\n' && IsDisguise(original[i]) ? Replacement : original[i];
        }
    });

    /// <summary>Cleans text that is shown as it is, in one line.</summary>
    public static string PlainLine(string text) =>
        Plain(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Writes a link whose text is data.</summary>
    /// <param name="text">What is shown.</param>
    /// <param name="address">An absolute http or https address.</param>
    public static string Link(string text, string address) => $"[{EscapeLine(text)}]({EscapeAddress(address)})";

    private static string EscapeAddress(string address)
    {
        var builder = new StringBuilder(address.Length);
        foreach (var c in new Uri(address, UriKind.Absolute).AbsoluteUri)
        {
            if (c is '(' or ')' or '<' or '>' or '[' or ']' or '\\' or '"' or '\'' or '`' or '*' or '_' or '|' or ' ' || char.IsControl(c))
            {
                builder.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }

    private static void AppendLine(StringBuilder builder, ReadOnlySpan<char> line)
    {
        var start = EscapeStart(builder, line);
        for (var i = start; i < line.Length; i++)
        {
            var c = line[i];
            switch (c)
            {
                case '<':
                    builder.Append("&lt;");
                    break;
                case '>':
                    builder.Append("&gt;");
                    break;
                case '&' when i + 1 < line.Length && (line[i + 1] == '#' || char.IsAsciiLetter(line[i + 1])):
                    builder.Append("&amp;");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '~' or '|':
                case ':' when line[(i + 1)..].StartsWith("//"):
                case '.' when EndsInWww(line[..i]):
                    builder.Append('\\').Append(c);
                    break;
                default:
                    builder.Append(IsDisguise(c) ? Replacement : c);
                    break;
            }
        }
    }

    // At the start of a line: headings, lists, rules and underlines (sections 4.1 to 4.3, 5.2).
    private static int EscapeStart(StringBuilder builder, ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
        {
            return 0;
        }

        if (line[0] is '#' or '+' or '-' or '=')
        {
            builder.Append('\\').Append(line[0]);
            return 1;
        }

        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits > 0 && line[digits] is '.' or ')')
        {
            builder.Append(line[..digits]).Append('\\').Append(line[digits]);
            return digits + 1;
        }

        return 0;
    }

    private static bool EndsInWww(ReadOnlySpan<char> before) =>
        before.EndsWith("www", StringComparison.OrdinalIgnoreCase) && (before.Length == 3 || !char.IsLetterOrDigit(before[^4]));

    // Controls, and the marks that make a line read in another order than it is written (Unicode Standard Annex 9, section 2).
    private static bool IsDisguise(char c) =>
        (char.IsControl(c) && c != '\t') || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
