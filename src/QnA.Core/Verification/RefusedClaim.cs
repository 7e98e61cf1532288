using QnA.Core.Answers;

namespace QnA.Core.Verification;

/// <summary>Why a drafted sentence was not sent.</summary>
public enum RefusalReason
{
    /// <summary>It points at no place of an article.</summary>
    NoSupport,

    /// <summary>It points at a place that cannot be cut: outside the text, empty or through a character.</summary>
    InvalidSpan,

    /// <summary>It points at a place that is longer than a quote may be.</summary>
    QuoteTooLong,

    /// <summary>It has no words, or they are not in its quotes, or only as parts of other words and numbers.</summary>
    NotInQuotes,

    /// <summary>It points at so many places that they prove nothing.</summary>
    TooManyQuotes,

    /// <summary>It points only at sentences that the model was not shown.</summary>
    UnknownSentence,

    /// <summary>It has an address, HTML or a control character that no quote of it has.</summary>
    Markup,

    /// <summary>It has a number that its quotes do not have.</summary>
    NumberNotInQuotes,

    /// <summary>It has a date that its quotes do not have.</summary>
    DateNotInQuotes,

    /// <summary>It has a name that its quotes do not have.</summary>
    NameNotInQuotes,

    /// <summary>It denies what its quotes say, or says what they deny.</summary>
    NegationChanged,

    /// <summary>It is surer, or less sure, than its quotes are.</summary>
    ModalityChanged,

    /// <summary>It has a word that means the opposite of a word of its quotes.</summary>
    OppositeSaid,

    /// <summary>It has the names or the numbers of its quotes in another order.</summary>
    OrderChanged,

    /// <summary>It has words in quotation marks that its quotes do not have in this form.</summary>
    QuotationNotInQuotes,

    /// <summary>It has words in quotation marks that fit several places which are not written alike.</summary>
    QuotationAmbiguous,

    /// <summary>It is in another language than its quotes and has no name or number by which it could be checked.</summary>
    CannotBeChecked,

    /// <summary>The model that checks sentences says that the quotes do not carry it.</summary>
    JudgedUnsupported,

    /// <summary>The model that checks sentences gave no verdict.</summary>
    NotJudged,
}

/// <summary>A drafted sentence that verification refused.</summary>
/// <param name="Draft">What was drafted.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record RefusedClaim(DraftClaim Draft, RefusalReason Reason);
