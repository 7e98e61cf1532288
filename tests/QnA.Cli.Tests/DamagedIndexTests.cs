namespace QnA.Cli.Tests;

/// <summary>What a person reads on the command line when the disk has damaged the index.</summary>
public sealed class DamagedIndexTests : IDisposable
{
    private readonly QnaProcess _qna = new();

    public void Dispose() => _qna.Dispose();

    [Theory]
    [InlineData("_*.cfs")]
    [InlineData("_*.si")]
    [InlineData("segments_*")]
    public async Task Commands_FileOfTheIndexCutOff_NameTheRepair(string pattern)
    {
        _qna.Write("articles/a.txt", "The first article tells of boats.");
        await _qna.RunAsync("ingest", "articles");
        foreach (var path in Directory.GetFiles(Path.Combine(_qna.Folder, ".qna", "index"), pattern))
        {
            using var file = new FileStream(path, FileMode.Open);
            file.SetLength(file.Length / 2);
        }

        foreach (var arguments in (string[][])[["ask", "What does the first article tell of?"], ["doctor"], ["index", "check"]])
        {
            var result = await _qna.RunAsync(arguments);
            var said = result.Output + result.Messages;

            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains("qna index check --repair", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        }

        await _qna.RunAsync("index", "check", "--repair");
        await _qna.RunAsync("ingest", "articles");
        Assert.Contains("boats", (await _qna.RunAsync("ask", "What does the first article tell of?")).Output, StringComparison.Ordinal);
    }
}
