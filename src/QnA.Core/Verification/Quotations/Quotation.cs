namespace QnA.Core.Verification.Quotations;

/// <summary>Words in quotation marks.</summary>
/// <param name="Start">Where the words start, behind the opening mark, in UTF-16 code units.</param>
/// <param name="End">The position after the last word; the closing mark stands there.</param>
internal readonly record struct Quotation(int Start, int End);
