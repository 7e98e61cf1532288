using System.Runtime.CompilerServices;
using System.Text;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Moq;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Verification;
using QnA.Models.Calls;
using QnA.Models.Tests.Doubles;
using QnA.Models.Tests.Output;

namespace QnA.Models.Tests.Answering;

/// <summary>What holds of whole answers, whatever a model writes, in whatever chunks, and wherever it breaks off.</summary>
public class AnyModelTests
{
    private const string Question = "What is told about the bridge?";

    [Fact]
    public Task Stream_AnyOutput_SendsOnlyWhatIsVerifiedAndTakesNothingBack() =>
        Gen.Select(OutputGenerator.Outputs, OutputGenerator.Sizes, Gen.Int[0, 60]).SampleAsync(
            async (output, sizes, breaksAt) => await AssertHoldsAsync(OutputGenerator.Cut(output, sizes), breaksAt), iter: 300);

    [Fact]
    public Task Stream_AnyBytes_SendsOnlyWhatIsVerifiedAndTakesNothingBack() =>
        Gen.Select(Gen.Byte.Array[0, 300], OutputGenerator.Sizes, Gen.Int[0, 60]).SampleAsync(
            async (bytes, sizes, breaksAt) => await AssertHoldsAsync(OutputGenerator.Cut(Encoding.UTF8.GetString(bytes), sizes), breaksAt), iter: 300);

    private static async Task AssertHoldsAsync(List<string> chunks, int breaksAt)
    {
        var endpoint = new ModelEndpoint("any", Model(chunks, breaksAt), new ModelCircuit(() => TimeSpan.FromSeconds(30), TimeProvider.System));
        await using var services = ModelServices.Build(
            new Uri("http://127.0.0.1:1/"),
            () => Harbour.Found,
            TimeProvider.System,
            services => services.Replace(ServiceDescriptor.Singleton<IReadOnlyList<ModelEndpoint>>([endpoint])),
            ("Answers:Cache", "false"));
        var sent = new List<Claim>();
        Answer? answer = null;

        await foreach (var update in services.GetRequiredService<QuestionPipeline>().StreamAsync(new Question(Question), TestContext.Current.CancellationToken))
        {
            if (update is ClaimVerified { Claim: var claim })
            {
                sent.Add(claim);
            }
            else
            {
                answer = ((AnswerCompleted)update).Answer;
            }
        }

        Assert.NotNull(answer);
        Assert.Equal(sent, answer.Claims);
        Assert.True(answer.Status is AnswerStatus.Answered or AnswerStatus.NotFound, answer.Status.ToString());
        Assert.All(sent, AssertVerified);
    }

    // Verified again from the start: what was sent is carried by quotes that stand letter for letter in the articles that were found.
    private static void AssertVerified(Claim claim)
    {
        var support = new List<DraftQuote>();
        foreach (var quote in claim.Citations.Select(c => c.Quote))
        {
            var article = Harbour.Found.Passages.Single(p => p.Article.Id == quote.ArticleId).Article;
            Assert.Equal(article.Text.Value[quote.Span.Start..quote.Span.End], quote.Text);
            support.Add(new DraftQuote(article, quote.Span));
        }

        Assert.True(Harbour.Verifier.TryVerify(new DraftClaim(claim.Text, support), new StandaloneQuestion(Question), out _, out RefusedClaim? refused), refused?.Reason.ToString());
    }

    private static IChatCompletionService Model(List<string> chunks, int breaksAt)
    {
        var model = new Mock<IChatCompletionService>();
        model.Setup(m => m.Attributes).Returns(new Dictionary<string, object?>());
        model.Setup(m => m.GetStreamingChatMessageContentsAsync(
                It.IsAny<ChatHistory>(), It.IsAny<PromptExecutionSettings>(), It.IsAny<Kernel>(), It.IsAny<CancellationToken>()))
            .Returns((ChatHistory _, PromptExecutionSettings _, Kernel _, CancellationToken cancellationToken) => WriteAsync(chunks, breaksAt, cancellationToken));
        return model.Object;
    }

    private static async IAsyncEnumerable<StreamingChatMessageContent> WriteAsync(
        List<string> chunks, int breaksAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < chunks.Count; i++)
        {
            await Task.CompletedTask;
            cancellationToken.ThrowIfCancellationRequested();
            if (i == breaksAt)
            {
                throw new IOException("The connection was reset.");
            }

            yield return new StreamingChatMessageContent(AuthorRole.Assistant, chunks[i]);
        }
    }
}
