namespace QnA.Core.Answers;

/// <summary>One step of an answer that is on its way. What was sent is never taken back.</summary>
public abstract record AnswerUpdate;

/// <summary>A verified sentence, ready to be shown.</summary>
/// <param name="Claim">The sentence with its numbered quotes.</param>
public sealed record ClaimVerified(Claim Claim) : AnswerUpdate;

/// <summary>The whole answer; always the last update.</summary>
/// <param name="Answer">The answer; its claims are exactly those that were sent before.</param>
public sealed record AnswerCompleted(Answer Answer) : AnswerUpdate;
