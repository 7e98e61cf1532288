using QnA.Text.Words;

namespace QnA.Core.Verification.Checks;

/// <summary>A claim denies what its quotes deny, and nothing else.</summary>
/// <remarks>Compared clause by clause: "the bridge is safe, but it cannot turn" denies only the second.</remarks>
internal sealed class NegationCheck : IClaimCheck
{
    /// <inheritdoc/>
    public RefusalReason? Check(ClaimEvidence evidence)
    {
        foreach (var clause in evidence.Claim.Clauses)
        {
            if (!clause.Words.Any(evidence.Claim.IsContent) && evidence.Claim.Clauses.Count > 1 && !IsNegated(clause, evidence.Claim, evidence.Language))
            {
                continue;
            }

            var sources = evidence.IsOtherLanguage
                ? evidence.Quotes.SelectMany(quote => quote.Clauses.Select(c => (Quote: quote, Clause: c))).ToList()
                : ClauseAlignment.Find(clause, evidence);
            var denied = IsNegated(clause, evidence.Claim, evidence.Language);
            if (denied != sources.Exists(s => IsNegated(s.Clause, s.Quote, s.Quote.Language ?? evidence.Language)))
            {
                return RefusalReason.NegationChanged;
            }
        }

        return null;
    }

    private static bool IsNegated(Clause clause, CheckedText text, LanguageProfile language) =>
        clause.Words.Any(word => language.Negation.Contains(word.Folded))
        || clause.Words.Any(word => word.IsUnspaced && IsUnspacedNegation(word.Folded))
        || text.Text.AsSpan(clause.Start, clause.End - clause.Start).Contains("n't", StringComparison.OrdinalIgnoreCase)
        || text.Text.AsSpan(clause.Start, clause.End - clause.Start).Contains("n’t", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnspacedNegation(string pair) =>
        LanguageProfiles.UnspacedNegation.Any(sign => sign.Length <= 2 ? pair.Contains(sign, StringComparison.Ordinal) : sign.Contains(pair, StringComparison.Ordinal));
}
