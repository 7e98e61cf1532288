using QnA.Core.Verification;

namespace QnA.Models.Judging;

/// <summary>Reads what a model says of a sentence.</summary>
internal static class Verdict
{
    /// <summary>Reads the output of a model.</summary>
    /// <param name="output">The output; <see langword="null"/> where no model answered.</param>
    /// <returns><see langword="null"/> where it says that the sentence is proven; for anything but a clear verdict <see cref="RefusalReason.NotJudged"/>.</returns>
    public static RefusalReason? Read(string? output) => output?.Trim(' ', '\n', '\r', '.', '*', '"', '`').ToUpperInvariant() switch
    {
        "SUPPORTED" => null,
        "UNSUPPORTED" or "NOT SUPPORTED" or "NOT_SUPPORTED" => RefusalReason.JudgedUnsupported,
        _ => RefusalReason.NotJudged,
    };
}
