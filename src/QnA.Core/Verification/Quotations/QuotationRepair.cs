using System.Text;
using QnA.Text.Words;
using QnA.Text;

namespace QnA.Core.Verification.Quotations;

/// <summary>Puts into quotation marks what the article has there, letter for letter, or refuses.</summary>
/// <remarks>
/// Only typography, white space, final punctuation and ellipses may differ. An ellipsis is filled with what was left out, so that no
/// "not" can hide in it. Words that fit several places which are not written alike are refused.
/// </remarks>
internal static class QuotationRepair
{
    private static readonly string[] Ellipses = ["[...]", "(...)", "..."];

    /// <summary>Repairs the quotations of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="quotes">Its quotes.</param>
    /// <param name="repaired">The claim with the article's words in quotation marks.</param>
    /// <returns>Why the claim is refused; <see langword="null"/> where every quotation was found.</returns>
    public static RefusalReason? TryRepair(string claim, IReadOnlyList<VerifiedQuote> quotes, out string repaired)
    {
        repaired = claim;
        if (!QuotationReader.TryRead(claim, out var quotations))
        {
            return RefusalReason.QuotationNotInQuotes;
        }

        if (quotations.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder(claim.Length);
        var position = 0;
        foreach (var quotation in quotations)
        {
            var words = claim[quotation.Start..quotation.End];
            var (found, ending) = Find(words, quotes);
            if (found.Count != 1)
            {
                return found.Count == 0 ? RefusalReason.QuotationNotInQuotes : RefusalReason.QuotationAmbiguous;
            }

            text.Append(claim, position, quotation.Start - position).Append(found.First()).Append(claim[quotation.End]);
            position = quotation.End + 1;
            if (ending is { } mark && (position == claim.Length || !char.IsPunctuation(claim[position])))
            {
                text.Append(mark);
            }
        }

        repaired = text.Append(claim, position, claim.Length - position).ToString();
        return null;
    }

    private static (HashSet<string> Found, char? Ending) Find(string words, IReadOnlyList<VerifiedQuote> quotes)
    {
        var exact = new TypographicText(words).Value.Trim();
        var found = FindPieces(exact, quotes);
        if (found.Count > 0 || exact is not [.., '.' or ',' or ';' or ':' or '!' or '?'])
        {
            return (found, null);
        }

        return (FindPieces(exact[..^1], quotes), exact[^1] is '.' or ',' ? exact[^1] : null);
    }

    private static HashSet<string> FindPieces(string words, IReadOnlyList<VerifiedQuote> quotes)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var pieces = words.Split(Ellipses, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (pieces.Length > 0)
        {
            foreach (var quote in quotes)
            {
                AddPlaces(found, pieces, new TypographicText(quote.Quote.Text));
            }
        }

        return found;
    }

    private static void AddPlaces(HashSet<string> found, string[] pieces, TypographicText text)
    {
        for (var start = IndexOf(text, pieces[0], 0); start >= 0; start = IndexOf(text, pieces[0], start + 1))
        {
            var end = start + pieces[0].Length;
            for (var i = 1; i < pieces.Length && end >= 0; i++)
            {
                var next = IndexOf(text, pieces[i], end);
                end = next < 0 ? -1 : next + pieces[i].Length;
            }

            if (end < 0)
            {
                return;
            }

            var (from, to) = text.Locate(start, end - start);
            found.Add(text.Original[from..to]);
        }
    }

    // A place where a word or a number would be cut in two is no place: "he was chosen" is not said in "she was chosen".
    private static int IndexOf(TypographicText text, string piece, int start)
    {
        for (var i = start; i < text.Value.Length; i++)
        {
            i = text.Value.IndexOf(piece, i, StringComparison.Ordinal);
            if (i < 0)
            {
                return -1;
            }

            var (from, to) = text.Locate(i, piece.Length);
            if (WordEdges.AreWhole(text.Original, new TextSpan(from, to)))
            {
                return i;
            }
        }

        return -1;
    }
}
