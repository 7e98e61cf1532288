using Microsoft.Extensions.DependencyInjection;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Verification;
using QnA.Models.Judging;
using QnA.Models.Tests.Doubles;

namespace QnA.Models.Tests.Judging;

/// <summary>The second check of sentences, over HTTP.</summary>
public class ClaimJudgeTests
{
    private const string Written = "The bridge is 74 metres long. [1.4]\nBicycles are free. [2.5]\nTicket prices rose from 4 to 6 euros. [2.2]\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_AllAreProven_AllAreSentInTheOrderWritten()
    {
        using var others = new SemaphoreSlim(0);
        await using var server = await ModelServer.StartAsync(async reply =>
        {
            if (!reply.IsCheck)
            {
                await reply.AnswerAsync(Written);
                return;
            }

            // The first verdict is the last to come.
            if (reply.Body.Contains("74 metres", StringComparison.Ordinal))
            {
                await others.WaitAsync(reply.Aborted);
                await others.WaitAsync(reply.Aborted);
            }

            await reply.AnswerAsync("SUPPORTED");
            others.Release();
        });

        var answer = await AskAsync(server);

        Assert.Equal(
            ["The bridge is 74 metres long.", "Bicycles are free.", "Ticket prices rose from 4 to 6 euros."], answer.Claims.Select(c => c.Text));
        Assert.Equal("test-model", answer.Model);
    }

    [Theory]
    [InlineData("UNSUPPORTED", RefusalReason.JudgedUnsupported)]
    [InlineData("It is SUPPORTED, I think.", RefusalReason.NotJudged)]
    [InlineData("", RefusalReason.NotJudged)]
    [InlineData("SUPPORTED UNSUPPORTED", RefusalReason.NotJudged)]
    public async Task Ask_OneIsNotProven_OnlyItIsRefused(string verdict, RefusalReason reason)
    {
        await using var server = await ModelServer.StartAsync(reply => reply.AnswerAsync(
            !reply.IsCheck ? Written : reply.Body.Contains("Bicycles", StringComparison.Ordinal) ? verdict : "**SUPPORTED**."));

        var answer = await AskAsync(server);

        Assert.Equal(["The bridge is 74 metres long.", "Ticket prices rose from 4 to 6 euros."], answer.Claims.Select(c => c.Text));
        Assert.Equal([reason], answer.Refused.Select(r => r.Reason));
    }

    [Fact]
    public async Task Ask_JudgeFails_WrittenSentencesAreRefusedAndQuotesAreTheAnswer()
    {
        await using var server = await ModelServer.StartAsync(reply => reply.IsCheck ? reply.FailAsync(500) : reply.AnswerAsync(Written));

        var answer = await AskAsync(server, ("MaxRetries", "0"));

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.All(answer.Claims, claim => Assert.True(claim.IsQuote));
        Assert.Equal([.. Enumerable.Repeat(RefusalReason.NotJudged, 3)], answer.Refused.Select(r => r.Reason));
    }

    [Fact]
    public async Task Ask_VerificationRefuses_TheJudgeIsNotAskedAndCannotAdd()
    {
        await using var server = await ModelServer.StartAsync(
            reply => reply.AnswerAsync(reply.IsCheck ? "SUPPORTED" : "The bridge is 99 metres long. [1.4]\nBicycles are free. [2.5]\n"));

        var answer = await AskAsync(server);

        Assert.Equal(["Bicycles are free."], answer.Claims.Select(c => c.Text));
        Assert.Equal([RefusalReason.NumberNotInQuotes], answer.Refused.Select(r => r.Reason));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Ask_SentenceIsItsQuote_TheJudgeIsNotAsked()
    {
        await using var server = await ModelServer.WritingAsync(Harbour.Bridge[3] + " [1.4]\n");

        Assert.Equal([Harbour.Bridge[3]], (await AskAsync(server)).Claims.Select(c => c.Text));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Stream_FirstSentence_IsSentBeforeTheModelHasFinished()
    {
        using var goOn = new SemaphoreSlim(0);
        await using var server = await ModelServer.StartAsync(async reply =>
        {
            if (reply.IsCheck)
            {
                await reply.AnswerAsync("SUPPORTED");
                return;
            }

            await reply.WriteAsync("The bridge is 74 metres long. [1.4]\n");
            await goOn.WaitAsync(reply.Aborted);
            await reply.AnswerAsync("Bicycles are free. [2.5]\n");
        });
        await using var services = Services(server);
        var updates = new List<AnswerUpdate>();

        await foreach (var update in services.GetRequiredService<QuestionPipeline>().StreamAsync(new Question("How long is it?"), Stop))
        {
            updates.Add(update);
            goOn.Release();
        }

        Assert.Equal(["ClaimVerified", "ClaimVerified", "AnswerCompleted"], updates.Select(u => u.GetType().Name));
    }

    [Fact]
    public async Task Ask_IsStoppedWhileAVerdictIsAwaited_Ends()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await ModelServer.StartAsync(async reply =>
        {
            if (!reply.IsCheck)
            {
                await reply.AnswerAsync(Written);
                return;
            }

            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, reply.Aborted);
        });
        await using var services = Services(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => services.GetRequiredService<QuestionPipeline>().AskAsync(new Question("How long is it?"), stop.Token));
    }

    [Fact]
    public void Read_NoModelAnswered_IsNotJudged() => Assert.Equal(RefusalReason.NotJudged, Verdict.Read(null));

    private static ServiceProvider Services(ModelServer server, params (string Name, string Value)[] settings) =>
        ModelServices.Build(server.Address, [("Answers:CheckClaims", "true"), .. settings]);

    private static async Task<Answer> AskAsync(ModelServer server, params (string Name, string Value)[] settings)
    {
        await using var services = Services(server, settings);
        return await services.GetRequiredService<QuestionPipeline>().AskAsync(new Question("What is told?"), Stop);
    }
}
