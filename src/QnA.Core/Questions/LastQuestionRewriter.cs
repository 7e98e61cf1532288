namespace QnA.Core.Questions;

/// <summary>Leaves the question as it is and lets the words of the person's last question help to find passages.</summary>
/// <remarks>
/// Only the last question is taken: the words of the last answer pull a search back to the passage that was shown already. A follow-up
/// that gives nothing but another year asks the last question for that year; no other is rewritten, since a wrong guess is worse.
/// </remarks>
public sealed class LastQuestionRewriter : IQuestionRewriter
{
    /// <inheritdoc/>
    public ValueTask<StandaloneQuestion> RewriteAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var earlier = question.History.Where(turn => turn.Speaker == Speaker.User).Select(turn => turn.Text).Reverse();
        return ValueTask.FromResult(OtherYear.Resolve(question.Text, earlier) is { } resolved
            ? new StandaloneQuestion(resolved)
            : new StandaloneQuestion(question.Text) { Context = earlier.FirstOrDefault() ?? "" });
    }
}
