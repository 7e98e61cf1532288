using Microsoft.Extensions.Options;
using QnA.Lucene.Index;

namespace QnA.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly QnaProcess _qna = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _qna.Dispose();

    [Fact]
    public async Task Export_IngestedAgain_GivesTheSameArticlesAndTheSameBytes()
    {
        _qna.Write("articles/a.md", "---\ntitle: \"  A  ‘title’ & <b>more</b>  \"\npublished: 2024-05\nauthor: Ann\ntags: [sea, road]\n---\n# Boats\n\nThe boat sailed in May.\n\n- One\n- Two\n");
        _qna.Write("articles/b.txt", "The second article tells of trains. e\u0301 \U0001F600 \u2028 \"quoted\" \\ /");
        _qna.Write("articles/c.jsonl", "{\"id\": \"c\", \"text\": \"Line one.\\r\\nLine two.\\u0000 \", \"url\": \"https://example.org/c\", \"language\": \"de\"}\n");

        Assert.Equal(0, (await _qna.RunAsync("ingest", "articles")).ExitCode);
        var exported = await _qna.RunAsync("export", "--output", "backup.jsonl");
        var restored = await _qna.RunAsync("ingest", "backup.jsonl", "--index", "restored");
        var again = await _qna.RunAsync("export", "--output", "again.jsonl", "--index", "restored");
        var unchanged = await _qna.RunAsync("ingest", "articles", "--index", "restored");
        var printed = await _qna.RunAsync("export");

        Assert.Equal(0, exported.ExitCode);
        Assert.StartsWith("3 new, 0 changed, 0 unchanged, 0 removed, 0 failed", restored.Output, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        var backup = await File.ReadAllTextAsync(Path.Combine(_qna.Folder, "backup.jsonl"), Cancellation);
        Assert.Equal(backup, await File.ReadAllTextAsync(Path.Combine(_qna.Folder, "again.jsonl"), Cancellation));
        Assert.Equal(backup, printed.Output);
        Assert.StartsWith("0 new, 0 changed, 3 unchanged, 0 removed, 0 failed", unchanged.Output, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(_qna.Folder).Length);
    }

    [Fact]
    public async Task Export_WithoutAnIndex_SaysSoAndWritesNothing()
    {
        var result = await _qna.RunAsync("export", "--output", "backup.jsonl");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("qna ingest", result.Messages, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_qna.Folder));
    }

    [Fact]
    public async Task IndexCheck_SoundThenDamaged_TellsByWordsAndExitCode()
    {
        _qna.Write("articles/a.txt", "The first article tells of boats.");
        await _qna.RunAsync("ingest", "articles");
        var index = Path.Combine(_qna.Folder, ".qna", "index");

        var sound = await _qna.RunAsync("index", "check");
        var file = Directory.GetFiles(index, "*.cfs").Concat(Directory.GetFiles(index, "*.fdt")).Order(StringComparer.Ordinal).First();
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
        var damaged = await _qna.RunAsync("index", "check");
        var repaired = await _qna.RunAsync("index", "check", "--repair");
        var ingested = await _qna.RunAsync("ingest", "articles");
        var mended = await _qna.RunAsync("index", "check");

        Assert.Equal(0, sound.ExitCode);
        Assert.StartsWith("1 articles and 1 passages checked, 0 problems", sound.Output, StringComparison.Ordinal);
        Assert.Equal(1, damaged.ExitCode);
        Assert.Contains("damaged", damaged.Messages, StringComparison.Ordinal);
        Assert.Contains("--repair", damaged.Messages, StringComparison.Ordinal);
        Assert.Equal(1, repaired.ExitCode);
        Assert.StartsWith("1 new", ingested.Output, StringComparison.Ordinal);
        Assert.Equal(0, mended.ExitCode);
    }

    [Fact]
    public async Task IndexCompact_WhileAnotherProcessWrites_SaysSo()
    {
        _qna.Write("articles/a.txt", "The first article tells of boats.");
        await _qna.RunAsync("ingest", "articles");

        var done = await _qna.RunAsync("index", "compact");
        using var store = new LuceneArticleStore(
            Options.Create(new IndexOptions { Path = Path.Combine(_qna.Folder, ".qna", "index") }), TimeProvider.System);
        await using var writer = await store.OpenWriterAsync(Cancellation);
        var refused = await _qna.RunAsync("index", "compact");

        Assert.Equal(0, done.ExitCode);
        Assert.Contains("1 segments before", done.Output, StringComparison.Ordinal);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("being written by another process", refused.Messages, StringComparison.Ordinal);
    }
}
