namespace QnA.Core.Telemetry;

/// <summary>The names of traces, metrics and tags; <c>docs/telemetry.md</c> explains each.</summary>
public static class TelemetryNames
{
    /// <summary>The activity source and the meter of questions.</summary>
    public const string Source = "QnA";

    internal const string Question = "question";
    internal const string Rewrite = "rewrite";
    internal const string Search = "search";
    internal const string Verify = "verify";

    internal const string Questions = "qna.questions";
    internal const string QuestionDuration = "qna.question.duration";
    internal const string FirstClaimDuration = "qna.first_claim.duration";
    internal const string StepDuration = "qna.step.duration";
    internal const string ClaimsVerified = "qna.claims.verified";
    internal const string ClaimsRefused = "qna.claims.refused";

    internal const string Status = "qna.status";
    internal const string NotFoundReason = "qna.not_found.reason";
    internal const string RefusalReason = "qna.refusal.reason";
    internal const string Step = "qna.step";
    internal const string Model = "qna.model";
    internal const string Confidence = "qna.confidence";
    internal const string Passages = "qna.passages";
    internal const string Verified = "qna.verified";
    internal const string ErrorType = "error.type";

    internal const string Cancelled = "cancelled";

    /// <summary>Returns the name of an enumeration's value as tags have it: <c>not_found</c>.</summary>
    internal static string Of<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
