using Microsoft.Extensions.DependencyInjection;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Models.Tests.Doubles;

namespace QnA.Models.Tests.Caching;

/// <summary>The same question again: when the model is asked again and when it is not.</summary>
public class CachingAnswererTests
{
    private const string Good = "The bridge is 74 metres long. [1.4]\nThe bridge is 75 metres long. [1.4]\nBicycles are free. [2.5]\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_SameQuestionAgain_GivesTheSameAnswerWithoutTheModel()
    {
        await using var server = await ModelServer.WritingAsync(Good);
        await using var services = ModelServices.Build(server.Address);

        var first = await AskAsync(services);
        var second = await AskAsync(services);

        Assert.Single(server.Requests);
        Assert.Equal((first.Text, first.Model, first.PromptVersion), (second.Text, second.Model, second.PromptVersion));
        Assert.Equal(first.Citations.Select(c => c.Quote), second.Citations.Select(c => c.Quote));
        Assert.Equal(first.Refused.Select(r => r.Reason), second.Refused.Select(r => r.Reason));
    }

    [Fact]
    public async Task Ask_CacheIsOff_AsksTheModelAgain()
    {
        await using var server = await ModelServer.WritingAsync(Good);
        await using var services = ModelServices.Build(server.Address, ("Answers:Cache", "false"));

        await AskAsync(services);
        await AskAsync(services);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Ask_MemoryIsFull_AsksTheModelAgain()
    {
        await using var server = await ModelServer.WritingAsync(string.Concat(Enumerable.Repeat(Good, 12)));
        await using var services = ModelServices.Build(server.Address, ("Answers:CacheMaxBytes", "1024"));

        await AskAsync(services);
        await AskAsync(services);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Ask_OtherQuestion_AsksTheModel()
    {
        await using var server = await ModelServer.WritingAsync(Good);
        await using var services = ModelServices.Build(server.Address);

        await AskAsync(services);
        await AskAsync(services, "How long is the bridge now?");

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Ask_ArticleHasChanged_AsksTheModelAndQuotesTheNewText()
    {
        await using var server = await ModelServer.WritingAsync(Harbour.Bridge[3].Replace("74", "80", StringComparison.Ordinal) + " [1.4]\n" + Good);
        var found = Harbour.Found;
        await using var services = ModelServices.Build(server.Address, () => found, TimeProvider.System);

        await AskAsync(services);
        var changed = (string[])[.. Harbour.Bridge];
        changed[3] = changed[3].Replace("74", "80", StringComparison.Ordinal);
        found = Harbour.Search(Harbour.Of("bridge", "Swing bridge to be repaired", "2025-02-11", changed), Harbour.Of("ferry", "Summer timetable", "2024-05-02", Harbour.Ferry));
        var second = await AskAsync(services);

        Assert.Equal(2, server.Requests.Count);
        Assert.Contains(changed[3], second.Claims.Select(c => c.Text));
        Assert.DoesNotContain("74", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ReaderMayNotSeeAnArticle_SharesNoAnswer()
    {
        await using var server = await ModelServer.WritingAsync(Good);
        var found = Harbour.Found;
        await using var services = ModelServices.Build(server.Address, () => found, TimeProvider.System);

        await AskAsync(services);
        found = Harbour.Search(Harbour.Of("bridge", "Swing bridge to be repaired", "2025-02-11", Harbour.Bridge));
        var second = await AskAsync(services);

        Assert.Equal(2, server.Requests.Count);
        Assert.All(second.Citations, c => Assert.Equal("bridge", c.Quote.ArticleId));
    }

    [Theory]
    [InlineData("NOT_FOUND")]
    [InlineData("")]
    [InlineData("The bridge is 99 metres long. [1.4]")]
    public async Task Ask_NoGoodAnswer_IsNotKept(string output)
    {
        await using var server = await ModelServer.WritingAsync(output);
        await using var services = ModelServices.Build(server.Address);

        await AskAsync(services);
        await AskAsync(services);

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Ask_ASentenceCouldNotBeJudged_IsNotKept()
    {
        await using var server = await ModelServer.StartAsync(reply => reply.AnswerAsync(
            !reply.IsCheck ? Good : reply.Body.Contains("Bicycles", StringComparison.Ordinal) ? "Perhaps." : "SUPPORTED"));
        await using var services = ModelServices.Build(server.Address, ("Answers:CheckClaims", "true"));

        await AskAsync(services);
        await AskAsync(services);

        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task Ask_AnswerWasCut_IsNotKept()
    {
        await using var server = await ModelServer.StartAsync(async reply =>
        {
            await reply.WriteAsync(Good);
            if (reply.Number == 1)
            {
                reply.Cut();
            }
            else
            {
                await reply.EndAsync();
            }
        });
        await using var services = ModelServices.Build(server.Address, ("BreakDuration", "00:00:01"), ("MaxRetries", "0"));

        Assert.NotEqual("test-model", (await AskAsync(services)).Model);
        Assert.NotEqual("test-model", (await AskAsync(services)).Model);
    }

    [Fact]
    public async Task Ask_FallbackAnswered_IsNotKeptForTheFirstModel()
    {
        await using var first = await ModelServer.StartAsync(reply => reply.FailAsync(400));
        await using var second = await ModelServer.WritingAsync(Good);
        await using var services = ModelServices.Build(
            first.Address, ("Fallback:0:Provider", "Ollama"), ("Fallback:0:ModelId", "second-model"), ("Fallback:0:Endpoint", second.Address.ToString()));

        await AskAsync(services);
        await AskAsync(services);

        Assert.Equal(2, second.Requests.Count);
    }

    [Fact]
    public async Task Ask_SameQuestionAtOnceAndOneIsStopped_TheOtherIsAnswered()
    {
        using var stop = new CancellationTokenSource();
        using var both = new SemaphoreSlim(0);
        using var goOn = new SemaphoreSlim(0);
        await using var server = await ModelServer.StartAsync(async reply =>
        {
            both.Release();
            await goOn.WaitAsync(reply.Aborted);
            await reply.AnswerAsync(Good);
        });
        await using var services = ModelServices.Build(server.Address);
        var pipeline = services.GetRequiredService<QuestionPipeline>();

        var stopped = pipeline.AskAsync(new Question("How long is the bridge?"), stop.Token);
        var other = pipeline.AskAsync(new Question("How long is the bridge?"), Stop);
        await both.WaitAsync(Stop);
        await both.WaitAsync(Stop);
        await stop.CancelAsync();
        await Task.WhenAny(stopped);
        Assert.True(stopped.IsCanceled);
        goOn.Release(2);

        Assert.Equal("test-model", (await other).Model);
    }

    [Fact]
    public async Task Ask_FollowUpAgain_IsNotRewrittenAgainButForAnotherConversationItIs()
    {
        await using var server = await ModelServer.StartAsync(
            reply => reply.AnswerAsync(reply.IsRewrite ? "How long is the swing bridge?" : Good));
        await using var services = ModelServices.Build(server.Address);
        var question = new Question("How long is it?") { History = [new ConversationTurn(Speaker.User, "Is the swing bridge safe?")] };

        await AskAsync(services, question);
        await AskAsync(services, question);
        Assert.Equal(2, server.Requests.Count);

        await AskAsync(services, question with { History = [new ConversationTurn(Speaker.User, "Is the ferry safe, and the swing bridge?")] });
        Assert.Equal(3, server.Requests.Count);
    }

    private static Task<Answer> AskAsync(ServiceProvider services, string question = "How long is the bridge?") => AskAsync(services, new Question(question));

    private static Task<Answer> AskAsync(ServiceProvider services, Question question) =>
        services.GetRequiredService<QuestionPipeline>().AskAsync(question, Stop);
}
