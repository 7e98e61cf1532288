using System.Globalization;
using QnA.Text;

namespace QnA.Bot.Web.Articles;

/// <summary>Some characters of an article that are shown alike.</summary>
/// <param name="Text">The characters as they stand in the article.</param>
/// <param name="IsMarked">Whether they belong to the quote.</param>
/// <param name="Control">
/// The name of a character that is not to have its effect, such as <c>U+202E</c>; <see langword="null"/> for ordinary text.
/// </param>
internal sealed record ArticlePiece(string Text, bool IsMarked, string? Control)
{
    /// <summary>Splits a span where the quote begins and ends, and at every character that could disguise text.</summary>
    public static IReadOnlyList<ArticlePiece> Split(string text, TextSpan span, TextSpan? quote)
    {
        var pieces = new List<ArticlePiece>();
        var start = span.Start;
        while (start < span.End)
        {
            var isMarked = quote is { } q && q.Start <= start && start < q.End;
            var end = quote switch
            {
                { } before when start < before.Start => Math.Min(span.End, before.Start),
                { } inside when isMarked => Math.Min(span.End, inside.End),
                _ => span.End,
            };
            if (IsDisguise(text[start]))
            {
                pieces.Add(new ArticlePiece(text[start].ToString(), isMarked, string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[start]:X4}")));
                start++;
                continue;
            }

            for (var i = start + 1; i < end; i++)
            {
                if (IsDisguise(text[i]))
                {
                    end = i;
                }
            }

            pieces.Add(new ArticlePiece(text[start..end], isMarked, Control: null));
            start = end;
        }

        return pieces;
    }

    // Controls but for white space, and what makes a line read in another order than it is written (Unicode Standard Annex 9, section 2).
    private static bool IsDisguise(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
