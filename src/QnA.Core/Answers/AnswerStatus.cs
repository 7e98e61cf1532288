namespace QnA.Core.Answers;

/// <summary>How a question ended.</summary>
public enum AnswerStatus
{
    /// <summary>The articles hold an answer: every sentence has a quote that carries it.</summary>
    Answered,

    /// <summary>The articles hold no answer that is good enough; <see cref="Answer.Why"/> says why.</summary>
    NotFound,

    /// <summary>Articles give different answers: each is shown with its quote and date.</summary>
    Conflict,

    /// <summary>Something failed that has nothing to do with the question.</summary>
    Error,
}
