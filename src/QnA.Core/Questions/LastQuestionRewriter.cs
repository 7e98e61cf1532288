namespace QnA.Core.Questions;

/// <summary>Leaves the question as it is and lets the words of the person's last question help to find passages.</summary>
/// <remarks>
/// Only the last question is taken: the words of the last answer pull a search back to the passage that was shown already.
/// </remarks>
public sealed class LastQuestionRewriter : IQuestionRewriter
{
    /// <inheritdoc/>
    public ValueTask<StandaloneQuestion> RewriteAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var last = question.History.LastOrDefault(turn => turn.Speaker == Speaker.User);
        return ValueTask.FromResult(new StandaloneQuestion(question.Text) { Context = last?.Text ?? "" });
    }
}
