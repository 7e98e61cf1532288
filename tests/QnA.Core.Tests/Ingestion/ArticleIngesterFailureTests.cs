using QnA.Core.Ingestion;

namespace QnA.Core.Tests.Ingestion;

/// <summary>What an ingestion keeps where something cannot be read or written, or is stopped.</summary>
public sealed class ArticleIngesterFailureTests : ArticleIngesterFixture
{
    [Fact]
    public async Task IngestAsync_FailedArticle_TheOthersGoOn()
    {
        var summary = await IngestAsync(Folder().Article("a").Failure("/news/x.md").Article("b"));

        AssertCounts(summary, added: 2, failed: 1);
        Assert.Equal("/news/x.md: It cannot be read.", Assert.Single(summary.Failures).ToString());
    }

    [Fact]
    public async Task IngestAsync_FileCannotBeRead_ItsArticlesAreKeptAndOthersAreRemoved()
    {
        await IngestAsync(Folder().Article("a").Article("b").Article("c", location: "/news/a.md"));

        var summary = await IngestAsync(Folder().Failure("/news/a.md"));

        AssertCounts(summary, removed: 1, failed: 1);
        Assert.Equal(["a", "c"], Store.Ids);
    }

    [Fact]
    public async Task IngestAsync_SourceCannotBeRead_NothingOfItIsRemoved()
    {
        await IngestAsync(Folder().Article("a").Article("b"));

        var summary = await IngestAsync(Folder().Failure(null), Folder("/sports").Article("c"));

        AssertCounts(summary, added: 1, failed: 1);
        Assert.Equal(["a", "b", "c"], Store.Ids);
    }

    [Fact]
    public async Task IngestAsync_SourceThrowsMidway_IsAFailureThatRemovesNothingAndStopsNoOther()
    {
        await IngestAsync(Folder().Article("a").Article("b"));

        var summary = await IngestAsync(
            Folder().Article("new").Do(() => throw new IOException("The network is down.")).Article("never"),
            Folder("/sports").Article("c"));

        AssertCounts(summary, added: 2, failed: 1);
        Assert.Equal(["a", "b", "c", "new"], Store.Ids);
        var failure = Assert.Single(summary.Failures);
        Assert.Equal(("/news", null), (failure.Source, failure.Location));
        Assert.Contains("The network is down.", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IngestAsync_SourceCannotBeMeasured_IsReadAllTheSame()
    {
        var source = Folder().Article("a");
        source.Size = () => throw new IOException("The network is down.");

        AssertCounts(await IngestAsync(source), added: 1);
    }

    [Fact]
    public async Task IngestAsync_StoreCannotBeWritten_ThrowsAndGivesTheWriterBack()
    {
        Store.BeforePut = (_, _) => throw new ArticleStoreException("The disk is full.");

        await Assert.ThrowsAsync<ArticleStoreException>(() => IngestAsync(Folder().Article("a")));

        Store.BeforePut = (_, _) => ValueTask.CompletedTask;
        AssertCounts(await IngestAsync(Folder().Article("a")), added: 1);
    }

    [Fact]
    public async Task IngestAsync_AnotherWriterIsOpen_Throws()
    {
        await using var writer = await Store.OpenWriterAsync(Cancel);

        await Assert.ThrowsAsync<ArticleStoreException>(() => IngestAsync(Folder().Article("a")));
    }

    [Fact]
    public async Task IngestAsync_Cancelled_CommitsWhatWasDoneRemovesNothingAndSaysSo()
    {
        await IngestAsync(Folder().Article("old"));
        using var stop = new CancellationTokenSource();
        var written = new TaskCompletionSource();
        Store.BeforePut = (_, _) =>
        {
            written.SetResult();
            return ValueTask.CompletedTask;
        };

        var source = Folder().Article("a").Do(async cancellationToken =>
        {
            await written.Task.WaitAsync(cancellationToken);
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        });
        var summary = await IngestAsync([source], null, stop.Token);

        Assert.True(summary.Cancelled);
        AssertCounts(summary, added: 1);
        Assert.Equal(["a", "old"], Store.Ids);
    }

    [Fact]
    public async Task IngestAsync_CancelledWhileWriting_CountsOnlyWhatWasWritten()
    {
        await IngestAsync(Folder().Article("edited"));
        using var stop = new CancellationTokenSource();
        var written = new TaskCompletionSource();
        Store.BeforePut = async (article, cancellationToken) =>
        {
            if (article.Id == "a")
            {
                written.SetResult();
                return;
            }

            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        };

        var source = Folder().Article("a").Do(written.Task.WaitAsync).Article("edited", "Another text.");
        var summary = await IngestAsync([source], null, stop.Token);

        Assert.True(summary.Cancelled);
        AssertCounts(summary, added: 1);
        Assert.Equal(1, summary.Passages);
        Assert.Equal("A text.", await TextOfAsync("edited"));
    }
}
