namespace QnA.Text.Sentences;

/// <summary>Finds the lines of a text as a reader sees them: wrapped lines are one line, blank lines part blocks.</summary>
internal static class TextLines
{
    // A text wrapped by its editor has lines of nearly one length; mail, RFCs and old archives use 60 to 80 characters.
    private const int MinWrappedLength = 40;
    private const int MaxWrappedLength = 130;
    private const int MaxWrappedSpread = 24;

    /// <summary>Returns the blocks of a text, each with its logical lines, trimmed; blocks and lines are never empty.</summary>
    public static List<List<TextSpan>> FindBlocks(string text)
    {
        var blocks = new List<List<TextSpan>>();
        var block = new List<TextSpan>();
        var start = 0;
        while (start <= text.Length)
        {
            var end = start;
            while (end < text.Length && !IsLineBreak(text[end]))
            {
                end++;
            }

            if (Trim(text, start, end) is { IsEmpty: false } line)
            {
                block.Add(line);
            }
            else
            {
                Close();
            }

            // The two characters of a CRLF part the same two lines.
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        Close();
        return blocks;

        void Close()
        {
            if (block.Count > 0)
            {
                blocks.Add(JoinWrapped(text, block));
                block.Clear();
            }
        }
    }

    /// <summary>Returns the part of a range without the white space at its ends.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Tells whether a line begins like an item of a list: a bullet, or a number or letter with a point or bracket.</summary>
    public static bool IsListItem(ReadOnlySpan<char> line)
    {
        if (line.Length > 2 && line[0] is '-' or '*' or '•' or '–' or '·' or '▪' or '◦')
        {
            return char.IsWhiteSpace(line[1]);
        }

        var marker = 0;
        while (marker < Math.Min(line.Length, 4) && char.IsAsciiDigit(line[marker]))
        {
            marker++;
        }

        return marker > 0 && line.Length > marker + 1 && line[marker] is '.' or ')' && char.IsWhiteSpace(line[marker + 1]);
    }

    // NUL and byte order marks inside a text are nothing that a reader sees.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\0' or '\uFEFF' or '\u200B';

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static List<TextSpan> JoinWrapped(string text, List<TextSpan> lines)
    {
        var wrapped = IsWrapped(text, lines);
        var joined = new List<TextSpan>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && (wrapped || Continues(text, joined[^1], line)) && !IsListItem(text.AsSpan(line.Start, line.Length)))
            {
                joined[^1] = joined[^1].Union(line);
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    private static bool IsWrapped(string text, List<TextSpan> lines)
    {
        if (lines.Count < 3)
        {
            return false;
        }

        var (shortest, longest, ended) = (int.MaxValue, 0, 0);
        foreach (var line in lines[..^1])
        {
            shortest = Math.Min(shortest, line.Length);
            longest = Math.Max(longest, line.Length);
            ended += text[line.End - 1] is '.' or '!' or '?' or ':' or ';' ? 1 : 0;
        }

        return shortest >= MinWrappedLength
            && longest <= MaxWrappedLength
            && longest - shortest <= MaxWrappedSpread
            && ended * 2 < lines.Count;
    }

    private static bool Continues(string text, TextSpan line, TextSpan next) =>
        char.IsLower(text[next.Start]) && text[line.End - 1] is not ('.' or '!' or '?' or ':' or ';') && line.Length >= MinWrappedLength;
}
