namespace QnA.Cli.Tests;

public sealed class VerifyTests : IDisposable
{
    private readonly QnaProcess _qna = new();

    public void Dispose() => _qna.Dispose();

    [Fact]
    public async Task Verify_ArticleUnchangedChangedAndGone_SaysWhich()
    {
        var file = _qna.Write("articles/mill.txt", "The Hadley mill was rebuilt. Anders Holt runs the Hadley mill with two helpers.");
        await _qna.RunAsync("ingest", "articles");
        var answer = await _qna.RunAsync("ask", "Who runs the Hadley mill?", "--json");
        _qna.Write("answer.json", answer.Output);

        var unchanged = await _qna.RunAsync("verify", "answer.json");
        _qna.Write("articles/mill.txt", "The Hadley mill was rebuilt. Berta Lund runs the Hadley mill with two helpers.");
        await _qna.RunAsync("ingest", "articles");
        var changed = await _qna.RunAsync("verify", "answer.json");
        File.Delete(file);
        _qna.Write("articles/other.txt", "Another article altogether.");
        await _qna.RunAsync("ingest", "articles");
        var gone = await _qna.RunAsync("verify", "answer.json");

        Assert.Equal(0, unchanged.ExitCode);
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("then: ", changed.Output, StringComparison.Ordinal);
        Assert.Contains("Anders Holt", changed.Output, StringComparison.Ordinal);
        Assert.Contains("Berta Lund", changed.Output, StringComparison.Ordinal);
        Assert.Equal(1, gone.ExitCode);
        Assert.Contains("gone", gone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_QuoteAlteredInTheReceipt_IsFound()
    {
        _qna.Write("articles/mill.txt", "The Hadley mill was rebuilt. Anders Holt runs the Hadley mill with two helpers.");
        await _qna.RunAsync("ingest", "articles");
        var answer = await _qna.RunAsync("ask", "Who runs the Hadley mill?", "--json");
        _qna.Write("answer.json", answer.Output.Replace("two helpers", "ten helpers", StringComparison.Ordinal));

        var result = await _qna.RunAsync("verify", "answer.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("altered", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json at all", "answer.json:1:")]
    [InlineData("", "no receipt")]
    public async Task Verify_FileThatIsNoReceipt_SaysWhere(string text, string message)
    {
        _qna.Write("articles/mill.txt", "The Hadley mill was rebuilt.");
        await _qna.RunAsync("ingest", "articles");
        _qna.Write("answer.json", text);

        var result = await _qna.RunAsync("verify", "answer.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Messages, StringComparison.Ordinal);
    }
}
