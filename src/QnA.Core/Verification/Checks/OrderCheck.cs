using QnA.Text.Words;

namespace QnA.Core.Verification.Checks;

/// <summary>Names and numbers that a claim shares with one quote stand in the same order, so that who did what to whom stays.</summary>
/// <remarks>A passive turns the order of names around; names that are only listed, and names that move with their numbers, may change places.</remarks>
internal sealed class OrderCheck : IClaimCheck
{
    private static readonly string[] PassiveSigns = ["by", "von", "par", "por", "da", "door"];
    private static readonly string[] ListSigns = ["and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "и"];

    /// <inheritdoc/>
    public RefusalReason? Check(ClaimEvidence evidence)
    {
        var quotes = evidence.Quotes;
        var names = evidence.Claim.Words.Where(word => NameCheck.IsName(word, evidence)).ToList();
        foreach (var quote in quotes)
        {
            var namesTurned = AreNamesTurned(names, quote, evidence);
            var numbersTurned = AreNumbersTurned(evidence.Claim, quote);
            var sharesNames = names.Count(name => quote.HasName(name.Folded)) > 1;
            if ((namesTurned && !numbersTurned) || (numbersTurned && !(namesTurned || !sharesNames && HasOtherOrder(evidence.Claim, quote))))
            {
                return RefusalReason.OrderChanged;
            }
        }

        return null;
    }

    private static bool AreNamesTurned(List<Word> names, CheckedText quote, ClaimEvidence evidence)
    {
        for (var i = 0; i + 1 < names.Count; i++)
        {
            var (first, second) = (PositionOf(names[i].Folded, quote), PositionOf(names[i + 1].Folded, quote));
            if (first >= 0 && second >= 0 && first > second && !IsList(names[i], names[i + 1], evidence.Claim)
                && HasPassive(evidence.Claim) == HasPassive(quote))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreNumbersTurned(CheckedText claim, CheckedText quote)
    {
        var last = -1;
        foreach (var quantity in claim.Quantities)
        {
            var same = quote.Quantities.FirstOrDefault(quantity.IsSaidBy);
            if (same is null)
            {
                continue;
            }

            if (same.Start < last)
            {
                return true;
            }

            last = same.Start;
        }

        return false;
    }

    // Numbers of different things ("74 m" and "1911") may be told in either order.
    private static bool HasOtherOrder(CheckedText claim, CheckedText quote)
    {
        var shared = claim.Quantities.Where(q => quote.Quantities.Any(q.IsSaidBy)).ToList();
        return shared.Select(q => (q.Kind, q.Unit, Noun(claim, q.End))).Distinct().Count() == shared.Count;
    }

    private static string Noun(CheckedText text, int position) =>
        text.Words.FirstOrDefault(word => word.Start >= position && word.Start - position <= 2) is { Folded: { } noun } ? noun : "";

    private static bool IsList(Word first, Word second, CheckedText claim) =>
        claim.Words.Where(word => word.Start > first.Start && word.Start < second.Start)
            .All(word => ListSigns.Contains(word.Folded, StringComparer.Ordinal) || word.IsCapitalized);

    private static int PositionOf(string name, CheckedText quote) =>
        quote.Words.FirstOrDefault(word => WordMatch.SameName(word.Folded, name)) is { Folded: not null } found ? found.Start : -1;

    private static bool HasPassive(CheckedText text) => text.Words.Any(word => PassiveSigns.Contains(word.Folded, StringComparer.Ordinal));
}
