using QnA.Text.Words;

namespace QnA.Core.Verification.Checks;

/// <summary>Every name of a claim must be in its quotes, or in the question and somewhere in the articles of its quotes.</summary>
internal sealed class NameCheck : IClaimCheck
{
    /// <inheritdoc/>
    public RefusalReason? Check(ClaimEvidence evidence) =>
        evidence.Claim.Words.Any(word => IsName(word, evidence) && !IsSaid(word.Folded, evidence)) ? RefusalReason.NameNotInQuotes : null;

    /// <summary>Tells whether a word of the claim is a name, as far as code can tell; in doubt it is one.</summary>
    public static bool IsName(Word word, ClaimEvidence evidence)
    {
        if (word.HasDigit)
        {
            return !evidence.Claim.Quantities.Any(q => q.Start < word.End && word.Start < q.End);
        }

        if (!word.IsCapitalized || IsCommon(word.Folded, evidence.Language) || !evidence.Claim.IsContent(word))
        {
            return false;
        }

        // Words cannot be compared with another language: only what its articles know as a name is one.
        if (evidence.IsOtherLanguage && (evidence.Language.CapitalizesNouns || word.StartsSentence))
        {
            return evidence.ArticlesHaveCapitalized(word.Folded);
        }

        return !word.StartsSentence || !evidence.ArticlesHaveUncapitalized(word.Folded);
    }

    private static bool IsCommon(string word, LanguageProfile language) =>
        language.IsFunctionWord(word) || language.Quantity.Contains(word);

    private static bool IsSaid(string name, ClaimEvidence evidence) =>
        evidence.QuotesHaveName(name)
        || (evidence.Language.CapitalizesNouns && !evidence.IsOtherLanguage && evidence.QuotesHaveStem(name))
        || (evidence.Question.HasName(name) && (evidence.IsOtherLanguage || evidence.ArticlesHaveName(name)));
}
