namespace QnA.Core.Questions;

/// <summary>The first step of a question's path: makes it stand alone.</summary>
/// <remarks>Implementations are safe for concurrent use.</remarks>
public interface IQuestionRewriter
{
    /// <summary>Makes of a question and its conversation one that stands alone.</summary>
    /// <param name="question">The question; its text is not empty.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The question itself where it stands alone already.</returns>
    ValueTask<StandaloneQuestion> RewriteAsync(Question question, CancellationToken cancellationToken);
}
