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
}

/// <summary>A drafted sentence that verification refused.</summary>
/// <param name="Draft">What was drafted.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record RefusedClaim(DraftClaim Draft, RefusalReason Reason);
