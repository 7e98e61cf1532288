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

    private static ValueTask<StandaloneQuestion> RewriteAsync(string text, params ConversationTurn[] history) =>
        new LastQuestionRewriter().RewriteAsync(new Question(text) { History = history }, TestContext.Current.CancellationToken);
}
