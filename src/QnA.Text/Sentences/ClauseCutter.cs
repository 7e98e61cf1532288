using QnA.Text.Words;

namespace QnA.Text.Sentences;

/// <summary>Cuts what is too long for one quote at clause boundaries.</summary>
internal static class ClauseCutter
{
    // Best first: a semicolon parts clauses that stand alone; the others part phrases; a space at least parts words.
    private static readonly string[] Boundaries = [";；", ",:，、：،–—", " \t\u00A0\u3000\n\r"];

    /// <summary>Cuts a span into pieces of at most a length, each from boundary to boundary of what a reader sees as one character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="span">What to cut.</param>
    /// <param name="maximum">UTF-16 code units; 2 or more.</param>
    /// <returns>The span itself where it is short enough; nothing for what cannot be cut at all.</returns>
    public static IEnumerable<TextSpan> Cut(string text, TextSpan span, int maximum)
    {
        var rest = CharacterBoundary.Widen(text, span);
        while (rest.Length > maximum)
        {
            var end = FindEnd(text, rest, maximum);
            if (end < 0)
            {
                // A pile of combining marks longer than a quote: nothing of it can be shown truthfully.
                yield break;
            }

            if (TextLines.Trim(text, rest.Start, end) is { IsEmpty: false } piece && CharacterBoundary.IsCut(text, piece.Start) && CharacterBoundary.IsCut(text, piece.End))
            {
                yield return piece;
            }

            var next = TextLines.Trim(text, end, rest.End);
            rest = next.IsEmpty ? next : new TextSpan(Math.Max(end, CharacterBoundary.Widen(text, next).Start), rest.End);
        }

        if (!rest.IsEmpty && CharacterBoundary.IsCut(text, rest.Start) && CharacterBoundary.IsCut(text, rest.End))
        {
            yield return rest;
        }
    }

    private static int FindEnd(string text, TextSpan rest, int maximum)
    {
        // A first piece under a third of the length would leave the reader with a scrap.
        var earliest = rest.Start + (maximum / 3);
        var latest = rest.Start + maximum;
        foreach (var signs in Boundaries)
        {
            for (var i = latest - 1; i > earliest; i--)
            {
                if (signs.Contains(text[i], StringComparison.Ordinal) && CharacterBoundary.IsCut(text, i + 1)
                    && !IsInsideNumber(text, i))
                {
                    return i + 1;
                }
            }
        }

        for (var i = latest; i > rest.Start; i--)
        {
            if (CharacterBoundary.IsCut(text, i))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsInsideNumber(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);
}
