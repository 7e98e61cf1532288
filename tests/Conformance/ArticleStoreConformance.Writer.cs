using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Conformance;

/// <content>One writer at a time: what it holds, what it gives up, and what readers see meanwhile.</content>
public abstract partial class ArticleStoreConformance
{
    [Fact]
    public async Task DisposeAsync_WithoutCommit_GivesUpPutsReplacementsAndRemovals()
    {
        var store = await CreateStoreAsync();
        await PutAndCommitAsync(store, new Article("kept", "Before."), new Article("replaced", "Before."));
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            await writer.PutAsync(new Article("new", "After."), Cancel);
            await writer.PutAsync(new Article("replaced", "After."), Cancel);
            await writer.RemoveAsync("kept", Cancel);
        }

        store = await ReopenAsync(store);

        Assert.Null(await store.FindAsync("new", Cancel));
        Assert.Equal("Before.", (await store.FindAsync("replaced", Cancel))?.Text.Value);
        Assert.Equal("Before.", (await store.FindAsync("kept", Cancel))?.Text.Value);
    }

    [Fact]
    public async Task DisposeAsync_AfterCommitAndFurtherPut_KeepsWhatWasCommitted()
    {
        var store = await CreateStoreAsync();
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            await writer.PutAsync(new Article("first", "Before."), Cancel);
            await writer.CommitAsync(Cancel);
            await writer.PutAsync(new Article("second", "After."), Cancel);
        }

        store = await ReopenAsync(store);

        Assert.NotNull(await store.FindAsync("first", Cancel));
        Assert.Null(await store.FindAsync("second", Cancel));
    }

    [Fact]
    public async Task Stored_OnOpening_HasFingerprintAndLocationOfEveryCommittedArticle()
    {
        var store = await CreateStoreAsync();
        var first = new Article("a", "A text.") { Location = "/a.md" };
        var second = new Article("b", "B text.") { Title = "B", Location = "/b.md", Tags = ["t"] };
        await PutAndCommitAsync(store, first, second);
        store = await ReopenAsync(store);

        await using var writer = await store.OpenWriterAsync(Cancel);

        Assert.Equal(
            new Dictionary<string, StoredArticle>
            {
                ["a"] = new(first.Fingerprint, "/a.md"),
                ["b"] = new(second.Fingerprint, "/b.md"),
            },
            writer.Stored.OrderBy(stored => stored.Key, StringComparer.Ordinal).ToDictionary());
    }

    [Fact]
    public async Task Stored_AfterPut_IsStillWhatWasThereOnOpening()
    {
        var store = await CreateStoreAsync();
        await PutAndCommitAsync(store, new Article("a", "A text."));
        await using var writer = await store.OpenWriterAsync(Cancel);

        await writer.PutAsync(new Article("b", "B text."), Cancel);
        await writer.RemoveAsync("a", Cancel);
        await writer.CommitAsync(Cancel);

        Assert.Equal(["a"], writer.Stored.Keys);
    }

    [Fact]
    public async Task OpenWriterAsync_AnotherIsOpen_IsRefusedUntilItIsDisposed()
    {
        var store = await CreateStoreAsync();
        await using (await store.OpenWriterAsync(Cancel))
        {
            var refusal = await Assert.ThrowsAsync<ArticleStoreException>(async () => await store.OpenWriterAsync(Cancel));
            Assert.NotEmpty(refusal.Message);
        }

        await using var next = await store.OpenWriterAsync(Cancel);
        Assert.Empty(next.Stored);
    }

    [Fact]
    public async Task PutAsync_Concurrently_EveryArticleIsKept()
    {
        var store = await CreateStoreAsync();
        var passages = 0;
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            await Parallel.ForAsync(0, 200, Cancel, async (i, cancellationToken) =>
                Interlocked.Add(ref passages, await writer.PutAsync(new Article($"{i}", $"The text of number {i}."), cancellationToken)));
            await writer.CommitAsync(Cancel);
        }

        Assert.Equal(new ArticleStoreStatistics(200, passages), await store.GetStatisticsAsync(Cancel));
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal($"The text of number {i}.", (await store.FindAsync($"{i}", Cancel))?.Text.Value);
        }
    }

    [Fact]
    public async Task FindAsync_WhileCommitsGoOn_SeesWholeVersionsOnly()
    {
        var store = await CreateStoreAsync();
        await PutAndCommitAsync(store, new Article("a", Version(0)));
        using var written = new CancellationTokenSource();
        var reading = Task.Run(
            async () =>
            {
                do
                {
                    var text = (await store.FindAsync("a", Cancel))?.Text.Value;
                    Assert.NotNull(text);
                    Assert.Equal(Version(text.Length > 0 ? text[0] - 'a' : 0), text);
                }
                while (!written.IsCancellationRequested);
            },
            Cancel);

        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            for (var i = 1; i < 20; i++)
            {
                await writer.PutAsync(new Article("a", Version(i)), Cancel);
                await writer.CommitAsync(Cancel);
            }
        }

        await written.CancelAsync();
        await reading;

        static string Version(int i) => new((char)('a' + i), 1000 + i);
    }

    [Fact]
    public async Task PutAsync_Cancelled_LeavesTheArticleAsItWas()
    {
        var store = await CreateStoreAsync();
        await PutAndCommitAsync(store, new Article("a", "Before."));
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            var stopped = new CancellationToken(canceled: true);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await writer.PutAsync(new Article("a", "After."), stopped));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await writer.RemoveAsync("a", stopped));
            await writer.CommitAsync(Cancel);
        }

        Assert.Equal("Before.", (await store.FindAsync("a", Cancel))?.Text.Value);
    }

    [Fact]
    public async Task CommitAsync_Cancelled_CommitsNothing()
    {
        var store = await CreateStoreAsync();
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            await writer.PutAsync(new Article("a", "A text."), Cancel);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                async () => await writer.CommitAsync(new CancellationToken(canceled: true)));
            Assert.Null(await store.FindAsync("a", Cancel));
        }

        Assert.Null(await store.FindAsync("a", Cancel));
    }
}
