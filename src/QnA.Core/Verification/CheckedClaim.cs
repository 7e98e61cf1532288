using QnA.Core.Answers;
using QnA.Core.Questions;

namespace QnA.Core.Verification;

/// <summary>A drafted sentence with what <see cref="ClaimVerifier"/> found of it, so that it is verified once, by whoever needs to know first.</summary>
/// <remarks>Only the verifier makes one, and nothing can be changed in it but that it is refused after all. Immutable.</remarks>
public sealed record CheckedClaim : Draft
{
    internal CheckedClaim(DraftClaim draft, StandaloneQuestion question, VerifiedClaim? verified, RefusalReason? reason) =>
        (Draft, Question, Verified, Reason) = (draft, question, verified, reason);

    /// <summary>Gets what was drafted.</summary>
    public DraftClaim Draft { get; }

    /// <summary>Gets the question for which it was verified; for another one it must be verified again.</summary>
    public StandaloneQuestion Question { get; }

    /// <summary>Gets the sentence with its quotes; <see langword="null"/> where it was refused.</summary>
    public VerifiedClaim? Verified { get; }

    /// <summary>Gets why it was refused; <see langword="null"/> where it was not.</summary>
    public RefusalReason? Reason { get; }

    /// <summary>Refuses a sentence for a reason that verification does not know, such as the verdict of a model; there is no way back.</summary>
    public CheckedClaim Refuse(RefusalReason reason) => new(Draft with { Objection = reason }, Question, verified: null, reason);
}
