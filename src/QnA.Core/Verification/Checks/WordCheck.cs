namespace QnA.Core.Verification.Checks;

/// <summary>Most words with content, and every word of quantity, must be in the quotes.</summary>
/// <remarks>
/// The question may lend words (they count neither for nor against), but a claim that has more words of the question than of its
/// quotes is the question's, not theirs. In another language than the quotes, a number or a name must tie the claim to them.
/// </remarks>
internal sealed class WordCheck : IClaimCheck
{
    // A third leaves room for "approved" where the article says "voted for", and none for a second statement.
    private const double MaxForeignShare = 0.34;

    /// <inheritdoc/>
    public RefusalReason? Check(ClaimEvidence evidence)
    {
        if (evidence.IsOtherLanguage)
        {
            return IsTied(evidence) ? null : RefusalReason.CannotBeChecked;
        }

        var words = evidence.Claim.ContentWords.Select(word => word.Folded).Distinct(StringComparer.Ordinal).ToList();
        var numbers = evidence.Claim.Quantities.Count + evidence.Claim.Dates.Count;
        var quoted = words.Count(evidence.QuotesHaveStem);
        var asked = words.Count(word => !evidence.QuotesHaveStem(word) && evidence.Question.HasStem(word));
        var foreign = words.Count - quoted - asked;
        if (words.Exists(word => evidence.Language.Quantity.Contains(word) && !evidence.QuotesHaveStem(word)))
        {
            return RefusalReason.NotInQuotes;
        }

        return quoted + numbers == 0 || asked > quoted + numbers || foreign > MaxForeignShare * (quoted + foreign)
            ? RefusalReason.NotInQuotes
            : null;
    }

    private static bool IsTied(ClaimEvidence evidence) =>
        evidence.Claim.Quantities.Any(quantity => evidence.Quotes.Any(quote => quote.Quantities.Any(quantity.IsSaidBy)))
        || evidence.Claim.Dates.Any(date => evidence.Quotes.Any(quote => quote.Dates.Any(date.IsSaidBy)))
        || evidence.Claim.Words.Any(word => word.IsCapitalized && NameCheck.IsName(word, evidence) && evidence.QuotesHaveName(word.Folded));
}
