using System.Diagnostics;
using Microsoft.Extensions.Options;
using QnA.Lucene.Index;

namespace QnA.Cli.Tests;

public sealed class IngestTests : IDisposable
{
    private readonly QnaProcess _qna = new();

    public void Dispose() => _qna.Dispose();

    [Fact]
    public async Task Ingest_AgainAfterChanges_WritesOnlyWhatDiffers()
    {
        _qna.Write("articles/a.txt", "The first article tells of boats.");
        _qna.Write("articles/b.txt", "The second article tells of trains.");
        var vanishing = _qna.Write("articles/c.txt", "The third article tells of planes.");

        var first = await _qna.RunAsync("ingest", "articles");
        _qna.Write("articles/b.txt", "The second article tells of trams.");
        File.Delete(vanishing);
        var second = await _qna.RunAsync("ingest", "articles");
        var third = await _qna.RunAsync("ingest", "articles");

        Assert.StartsWith("3 new, 0 changed, 0 unchanged, 0 removed, 0 failed", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 new, 1 changed, 1 unchanged, 1 removed, 0 failed", second.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 new, 0 changed, 2 unchanged, 0 removed, 0 failed", third.Output, StringComparison.Ordinal);
        Assert.Equal(0, third.ExitCode);
    }

    [Fact]
    public async Task Ingest_BadInput_IsNamedAndHarmsNothingElse()
    {
        _qna.Write("articles/good.txt", "A good article about lighthouses.");
        _qna.Write("articles/empty.txt", "");
        await File.WriteAllBytesAsync(
            Path.Combine(_qna.Folder, "articles", "binary.txt"), [0, 1, 2, 3, 255, 254, 0, 0, 9, 8, 7], TestContext.Current.CancellationToken);
        _qna.Write(
            "articles/lines.jsonl",
            """
            {"id": "one", "text": "The first line is an article."}
            {"id": "broken", "text":
            {"id": "no-text"}
            {"id": "one", "text": "The same id again."}
            {"id": "five", "text": "The fifth line is an article."}
            """);

        var result = await _qna.RunAsync("ingest", "articles", "missing-folder");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("3 new, 0 changed, 0 unchanged, 0 removed, 6 failed", result.Output, StringComparison.Ordinal);
        foreach (var named in (string[])["empty.txt", "binary.txt", "lines.jsonl:2:", "lines.jsonl:3:", "lines.jsonl:4:", "missing-folder"])
        {
            Assert.Contains(named, result.Messages, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ingest_EmptyFolder_SaysWhatWasLookedFor()
    {
        Directory.CreateDirectory(Path.Combine(_qna.Folder, "articles"));

        var result = await _qna.RunAsync("ingest", "articles");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("there is no article in it", result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_WhileAnotherProcessWrites_SaysSo()
    {
        _qna.Write("articles/a.txt", "The first article tells of boats.");
        var index = Path.Combine(_qna.Folder, "index");
        using var store = new LuceneArticleStore(Options.Create(new IndexOptions { Path = index }), TimeProvider.System);
        await using var writer = await store.OpenWriterAsync(TestContext.Current.CancellationToken);

        var result = await _qna.RunAsync("ingest", "articles", "--index", index);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("being written by another process", result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_KilledAtAnyMoment_IsCompletedByTheNextRun()
    {
        const int Articles = 3000;
        WriteMany("many.jsonl", Articles);
        for (var kill = 1; kill <= 3; kill++)
        {
            using var process = _qna.Start("ingest", "many.jsonl");
            await Task.WhenAny(
                process.WaitForExitAsync(TestContext.Current.CancellationToken),
                Task.Delay(TimeSpan.FromMilliseconds(kill * 400), TimeProvider.System, TestContext.Current.CancellationToken));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var completed = await _qna.RunAsync("ingest", "many.jsonl");
        var again = await _qna.RunAsync("ingest", "many.jsonl");

        Assert.Equal(0, completed.ExitCode);
        Assert.StartsWith("0 new, 0 changed, 3,000 unchanged, 0 removed, 0 failed", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_Interrupted_CommitsWhatIsDoneAndSaysSo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one process can send another.");
        // Far more than can be read before the signal arrives, on any machine.
        WriteMany("many.jsonl", 300_000);
        using var process = _qna.StartInterruptible("ingest", "many.jsonl");

        // The first line of progress: some articles are read by now.
        var line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var result = await QnaProcess.EndAsync(process);

        Assert.Contains("articles/s", line, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("What was done is committed", result.Messages, StringComparison.Ordinal);
        var done = int.Parse(result.Output[..result.Output.IndexOf(' ')].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(done, 1, 299_999);
        using var store = new LuceneArticleStore(
            Options.Create(new IndexOptions { Path = Path.Combine(_qna.Folder, ".qna", "index") }), TimeProvider.System);
        Assert.Equal(done, (await store.GetStatisticsAsync(TestContext.Current.CancellationToken)).Articles);
    }

    private void WriteMany(string name, int count) => File.WriteAllLines(
        Path.Combine(_qna.Folder, name),
        Enumerable.Range(0, count).Select(i => $"{{\"id\": \"a{i}\", \"text\": \"Article {i} tells of ship number {i}. It sailed in the year {1800 + (i % 200)}.\"}}"));
}
