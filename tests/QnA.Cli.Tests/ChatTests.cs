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
        Assert.Equal(2, Count(output, "Anders Holt runs the Hadley mill with two helpers."));
        Assert.Contains("checked against their quotes", output, StringComparison.Ordinal);
        Assert.Contains("I answer from 1 articles", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_FollowUp_WhyTellsHowItWasUnderstood()
    {
        var output = await SayAsync("Who runs the Hadley mill?", "When was it rebuilt?", "why");

        Assert.Contains("I looked for: When was it (the Hadley mill) rebuilt?", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_Forget_ForgetsTheLastAnswer()
    {
        var output = await SayAsync("Who runs the Hadley mill?", "forget", "quotes");

        Assert.Contains("There is no answer yet.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Hadley mill is closed. Berta Lund runs the Hadley mill alone.")]
    [InlineData(null)]
    public async Task Chat_ArticleChangesMeanwhile_ShowsNothingOfItsOldText(string? newText)
    {
        var articles = Path.GetDirectoryName(_qna.Write("articles/mill.txt", Mill))!;
        _qna.Write("articles/ferry.txt", "The ferry crosses the Sele twice a day.");
        Assert.Equal(0, (await _qna.RunAsync("ingest", articles, "--index", "index")).ExitCode);
        using var chat = _qna.Start("chat", "--index", "index");
        await chat.StandardInput.WriteLineAsync("Who runs the Hadley mill?");
        await chat.StandardInput.WriteLineAsync("quotes");
        var before = await ReadToAsync(chat.StandardOutput, "Anders Holt runs", "Anders Holt runs");

        if (newText is null)
        {
            File.Delete(Path.Combine(articles, "mill.txt"));
        }
        else
        {
            _qna.Write("articles/mill.txt", newText);
        }

        Assert.Equal(0, (await _qna.RunAsync("ingest", articles, "--index", "index")).ExitCode);
        await chat.StandardInput.WriteLineAsync("quotes");
        await chat.StandardInput.WriteLineAsync("why");
        chat.StandardInput.Close();
        var after = (await QnaProcess.EndAsync(chat)).Output;

        Assert.Contains("Anders Holt", before, StringComparison.Ordinal);
        Assert.Contains("Quotes of the last answer are not shown", after, StringComparison.Ordinal);
        Assert.Contains("have changed since, or are gone", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Anders Holt", after, StringComparison.Ordinal);
        Assert.DoesNotContain("I looked for", after, StringComparison.Ordinal);
    }

    // Reads lines until all texts have come, in their order.
    private static async Task<string> ReadToAsync(StreamReader output, params string[] texts)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var read = "";
        foreach (var text in texts)
        {
            string line;
            do
            {
                line = await output.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException($"It ended after:\n{read}");
                read += line + "\n";
            }
            while (!line.Contains(text, StringComparison.Ordinal));
        }

        return read;
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
