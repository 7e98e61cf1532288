using QnA.Core.Questions;

namespace QnA.Core.Tests.Questions;

public class LastQuestionRewriterTests
{
    [Fact]
    public async Task RewriteAsync_NoHistory_LeavesTheQuestionAsItIs() =>
        Assert.Equal(new StandaloneQuestion("Who built it?"), await RewriteAsync("Who built it?"));

    [Fact]
    public async Task RewriteAsync_History_TakesThePersonsLastQuestionAsContextOnly()
    {
        var rewritten = await RewriteAsync(
            "Who built it?",
            new ConversationTurn(Speaker.User, "Where is the harbour?"),
            new ConversationTurn(Speaker.Assistant, "In the west."),
            new ConversationTurn(Speaker.User, "When did the bridge open?"),
            new ConversationTurn(Speaker.Assistant, "In May."));

        Assert.Equal("Who built it?", rewritten.Text);
        Assert.Equal("When did the bridge open?", rewritten.Context);
    }

    [Fact]
    public async Task RewriteAsync_OnlyTheBotSpoke_HasNoContext() =>
        Assert.Equal("", (await RewriteAsync("Who built it?", new ConversationTurn(Speaker.Assistant, "Hello!"))).Context);

    [Theory]
    [InlineData("And in 2020?", "How many guests came in 2019?", "How many guests came in 2020?")]
    [InlineData("2020", "How many guests came in 2019?", "How many guests came in 2020?")]
    [InlineData("Und 2020?", "Wie viele Gäste kamen 2019?", "Wie viele Gäste kamen 2020?")]
    public async Task RewriteAsync_OnlyAnotherYear_AsksTheLastQuestionForIt(string text, string last, string expected) =>
        Assert.Equal(new StandaloneQuestion(expected), await RewriteAsync(text, new ConversationTurn(Speaker.User, last)));

    [Fact]
    public async Task RewriteAsync_OneYearAfterAnother_AsksTheQuestionThatStoodAlone() => Assert.Equal(
        "How many guests came in 2021?",
        (await RewriteAsync(
            "and in 2021?",
            new ConversationTurn(Speaker.User, "How many guests came in 2019?"),
            new ConversationTurn(Speaker.User, "and in 2020?"))).Text);

    [Theory]
    [InlineData("Who was mayor in 2020?", "How many guests came in 2019?")]
    [InlineData("And in 2020?", "How many guests came?")]
    [InlineData("And in 2020?", "Were there more guests in 2018 than in 2019?")]
    [InlineData("And in winter?", "How many guests came in 2019?")]
    public async Task RewriteAsync_NotCertain_LeavesTheQuestionAsItIs(string text, string last) =>
        Assert.Equal(new StandaloneQuestion(text) { Context = last }, await RewriteAsync(text, new ConversationTurn(Speaker.User, last)));

    private static ValueTask<StandaloneQuestion> RewriteAsync(string text, params ConversationTurn[] history) =>
        new LastQuestionRewriter().RewriteAsync(new Question(text) { History = history }, TestContext.Current.CancellationToken);
}
