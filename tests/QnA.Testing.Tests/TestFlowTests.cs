namespace QnA.Testing.Tests;

/// <summary>The bot under the Bot Framework's own adapter and flow of tests.</summary>
public sealed class TestFlowTests
{
    [Theory]
    [InlineData("directline")]
    [InlineData("webchat")]
    public async Task Flow_QuestionsAndCommands_AreAnsweredInOrder(string channel)
    {
        await using var bot = await Samples.StartAsync();

        await bot.CreateFlow(channel)
            .Send(Samples.CostQuestion)
            .AssertAnswer(answer => answer.AssertAnswered().AssertFirstQuote(Samples.CostSentence))
            .Send("quotes")
            .AssertReplyContains(Samples.CostSentence, timeout: 30_000)
            .Send("Who won the regatta at Quellport?")
            .AssertAnswer(answer => answer.AssertNotFound().AssertMissingWords("Quellport"))
            .StartTestAsync();
    }

    [Fact]
    public async Task Flow_ChannelWithoutData_HasTheTextAlone()
    {
        await using var bot = await Samples.StartAsync();

        await bot.CreateFlow("emulator").Send(Samples.CostQuestion).AssertReplyContains(Samples.CostSentence, timeout: 30_000).StartTestAsync();
    }

    [Fact]
    public async Task Flow_ExpectationThatIsNotMet_FailsWithItsWords()
    {
        await using var bot = await Samples.StartAsync();

        var exception = await Assert.ThrowsAsync<TestBotException>(
            () => bot.CreateFlow().Send(Samples.CostQuestion).AssertAnswer(answer => answer.AssertNotFound()).StartTestAsync());

        Assert.Contains("not_found", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adapters_OfOneBot_AreConversationsOfTheirOwn()
    {
        await using var bot = await Samples.StartAsync();
        await bot.CreateFlow().Send(Samples.CostQuestion).AssertAnswer(answer => answer.AssertAnswered()).StartTestAsync();

        await bot.CreateFlow().Send("quotes").AssertReplyContains("There is no answer yet.", timeout: 30_000).StartTestAsync();
    }
}
