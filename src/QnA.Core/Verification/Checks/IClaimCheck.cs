namespace QnA.Core.Verification.Checks;

/// <summary>One way in which a claim may go beyond its quotes.</summary>
/// <remarks>Implementations are stateless and safe for concurrent use.</remarks>
internal interface IClaimCheck
{
    /// <summary>Returns why the claim is refused, or <see langword="null"/> where this check has nothing against it.</summary>
    RefusalReason? Check(ClaimEvidence evidence);
}
