using System.Runtime.CompilerServices;
using Moq;
using QnA.Core.Answers;
using QnA.Core.Questions;

namespace QnA.Core.Tests.Questions;

/// <summary>What happens where a step fails or is stopped.</summary>
public sealed class QuestionPipelineFailureTests : QuestionPipelineFixture
{
    [Fact]
    public async Task AskAsync_RewriterThrows_IsAnError()
    {
        Rewriter.Setup(r => r.RewriteAsync(It.IsAny<Question>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("secret"));

        AssertError(await AskAsync());
    }

    [Fact]
    public async Task AskAsync_SearchThrows_IsAnErrorThatTellsNoSecrets()
    {
        Search.Setup(s => s.SearchAsync(It.IsAny<StandaloneQuestion>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new IOException("secret"));

        var answer = await AskAsync();

        AssertError(answer);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Claims);
    }

    [Fact]
    public async Task StreamAsync_AnswererThrowsAfterAClaim_IsAnErrorThatKeepsWhatWasSent()
    {
        Found(Sentences("The bridge opened in May."));
        Answers(FailAfterOne);

        var updates = await StreamAsync();

        var sent = Assert.IsType<ClaimVerified>(updates[0]).Claim;
        var answer = Assert.IsType<AnswerCompleted>(Assert.Single(updates[1..])).Answer;
        AssertError(answer);
        Assert.Equal([sent], answer.Claims);
        Assert.Equal(sent.Citations, answer.Citations);
        Assert.StartsWith("The bridge opened in May. [1]\n\n", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);

        static async IAsyncEnumerable<DraftClaim> FailAfterOne([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield return Draft("The bridge opened in May.");
            throw new InvalidOperationException("secret");
        }
    }

    [Fact]
    public async Task AskAsync_TimeoutOfAnAnswerer_IsAnErrorAndNoCancellation()
    {
        Search.Setup(s => s.SearchAsync(It.IsAny<StandaloneQuestion>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new TaskCanceledException("The request timed out."));

        AssertError(await AskAsync());
    }

    [Fact]
    public async Task StreamAsync_CancelledBetweenClaims_PassesTheCancellationThrough()
    {
        using var stop = new CancellationTokenSource();
        Found(Sentences("The bridge opened in May."));
        Answers(Endless);
        var updates = new List<AnswerUpdate>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in Pipeline().StreamAsync(new Question("When?"), stop.Token))
            {
                updates.Add(update);
                await stop.CancelAsync();
            }
        });

        Assert.IsType<ClaimVerified>(Assert.Single(updates));

        static async IAsyncEnumerable<DraftClaim> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                await Task.CompletedTask;
                cancellationToken.ThrowIfCancellationRequested();
                yield return Draft("The bridge opened in May.");
            }
        }
    }

    [Fact]
    public async Task AskAsync_PortFailsInItsOwnWayOnCancellation_IsACancellation()
    {
        using var stop = new CancellationTokenSource();
        Search.Setup(s => s.SearchAsync(It.IsAny<StandaloneQuestion>(), It.IsAny<CancellationToken>()))
            .Returns(async () =>
            {
                await stop.CancelAsync();
                throw new IOException("The connection was closed.");
            });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Pipeline().AskAsync(new Question("When?"), stop.Token));
    }
}
