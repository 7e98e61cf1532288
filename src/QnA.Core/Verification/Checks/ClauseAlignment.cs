using QnA.Text.Numbers;
using QnA.Text.Words;

namespace QnA.Core.Verification.Checks;

/// <summary>Finds the clauses of the quotes that a clause of the claim is taken from.</summary>
internal static class ClauseAlignment
{
    /// <summary>Returns the fewest clauses that hold the clause's words, the richest first; all of them where none holds any.</summary>
    public static List<(CheckedText Quote, Clause Clause)> Find(Clause clause, ClaimEvidence evidence)
    {
        var all = evidence.Quotes.SelectMany(quote => quote.Clauses.Select(c => (Quote: quote, Clause: c))).ToList();
        var missing = clause.Words.Where(evidence.Claim.IsContent).Select(word => word.Folded).ToHashSet(StringComparer.Ordinal);
        var numbers = evidence.Claim.Quantities.Where(q => clause.Start <= q.Start && q.Start < clause.End + 12).ToList();
        var found = new List<(CheckedText Quote, Clause Clause)>();
        while (missing.Count > 0 && found.Count < all.Count)
        {
            var best = all.Where(c => !found.Contains(c)).MaxBy(c => Count(c.Clause, missing) + NumbersIn(c, numbers));
            if (best.Clause is null || Count(best.Clause, missing) == 0)
            {
                break;
            }

            found.Add(best);
            missing.RemoveWhere(word => Has(best.Clause, word));
        }

        if (found.Count > 0)
        {
            return found;
        }

        var byNumber = all.Where(c => NumbersIn(c, numbers) > 0).ToList();
        return byNumber.Count > 0 ? byNumber : all;
    }

    private static int Count(Clause clause, HashSet<string> words) => words.Count(word => Has(clause, word));

    private static bool Has(Clause clause, string word) => clause.Words.Any(w => WordMatch.SameStem(w.Folded, word));

    private static int NumbersIn((CheckedText Quote, Clause Clause) place, List<Quantity> numbers) =>
        numbers.Count(number => place.Quote.Quantities.Any(
            q => place.Clause.Start - 12 <= q.Start && q.Start <= place.Clause.End + 12 && number.IsSaidBy(q)));
}
