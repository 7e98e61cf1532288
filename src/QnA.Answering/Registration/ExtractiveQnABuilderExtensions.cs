using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Registration;
using QnA.Answering.Extractive;
using QnA.Answering.Questions;

namespace QnA.Answering.Registration;

/// <summary>Registers what answers without a model.</summary>
public static class ExtractiveQnABuilderExtensions
{
    /// <summary>Adds answers that are the best sentences themselves, and rules for follow-up questions.</summary>
    /// <param name="builder">What <c>AddQnA</c> returned.</param>
    /// <returns>The same builder.</returns>
    public static QnABuilder AddExtractiveAnswers(this QnABuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Provide<IAnswerer, ExtractiveAnswerer>().Provide<IQuestionRewriter, FollowUpRewriter>();
    }
}
