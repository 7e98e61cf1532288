namespace QnA.Cli.Tests;

/// <summary>A conversation in the terminal knows the commands that the bot knows in any channel.</summary>
public sealed class ChatTests : IDisposable
{
    private const string Mill = "The Hadley mill was rebuilt after the fire. Anders Holt runs the Hadley mill with two helpers.";

    private readonly QnaProcess _qna = new();

    public void Dispose() => _qna.Dispose();

    [Fact]
    public async Task Chat_Commands_AreAnsweredAsTheBotDoes()
    {
        var output = await SayAsync("why", "quotes", "help", "Who runs the Hadley mill?", "/quotes", "Why?", "sources");

        Assert.Equal(2, Count(output, "There is no answer yet."));
        Assert.Contains("sources to learn how many articles I answer from", output, StringComparison.Ordinal);
        Assert.Equal(2, Count(output, "[1] Anders Holt runs the Hadley mill with two helpers."));
        Assert.Contains("checked against their quotes", output, StringComparison.Ordinal);
        Assert.Contains("I answer from 1 articles", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_Forget_ForgetsTheLastAnswer()
    {
        var output = await SayAsync("Who runs the Hadley mill?", "forget", "quotes");

        Assert.Contains("There is no answer yet.", output, StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private async Task<string> SayAsync(params string[] lines)
    {
        var articles = _qna.Write("articles/mill.txt", Mill);
        var result = await _qna.RunAsync(["chat", "--articles", articles], string.Join('\n', lines) + "\n");
        Assert.Equal(0, result.ExitCode);
        return result.Output;
    }
}
