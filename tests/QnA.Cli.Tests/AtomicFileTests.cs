using QnA.Cli.Maintenance;
using QnA.Core.Articles;
using QnA.Sources.Files.JsonLines;

namespace QnA.Cli.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qna-test-");

    private string Target => Path.Combine(_folder.FullName, "backup.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WriteAsync_StoppedInTheMiddleOfAnExport_KeepsTheEarlierFileAndLeavesNothing()
    {
        await File.WriteAllTextAsync(Target, "earlier", TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AtomicFile.WriteAsync(
            Target, stream => JsonArticleWriter.WriteAsync(ArticlesAsync(stop), stream, progress: null, stop.Token)));

        Assert.Equal("earlier", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task WriteAsync_Done_ReplacesTheEarlierFile()
    {
        await File.WriteAllTextAsync(Target, "earlier", TestContext.Current.CancellationToken);

        var count = await AtomicFile.WriteAsync(Target, async stream =>
        {
            await stream.WriteAsync("later"u8.ToArray());
            return 1;
        });

        Assert.Equal(1, count);
        Assert.Equal("later", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Single(_folder.GetFiles());
    }

    private static async IAsyncEnumerable<Article> ArticlesAsync(CancellationTokenSource stop)
    {
        for (var i = 0; ; i++)
        {
            if (i == 2000)
            {
                await stop.CancelAsync();
            }

            stop.Token.ThrowIfCancellationRequested();
            yield return new Article($"a{i}", new string('x', 1000));
        }
    }
}
