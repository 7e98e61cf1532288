using QnA.Lucene.Analysis;
using QnA.Answering.Analysis;
using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Core.Questions;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Text.Detection;

namespace QnA.Lucene.Tests.Index;

public sealed class LuceneArticleStoreTests : IDisposable
{
    private readonly IndexFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FindAsync_EverythingStored_ComesBackAsItWas()
    {
        using var store = _folder.Open();
        Assert.True(PublicationDate.TryParse("2024-05-03T10:00:00+02:00", out var published));
        var article = new Article("a/b.md", "\uFEFFOne\r\ntwo\0three e\u0301 \U0001F600.")
        {
            Title = "A title",
            Url = "https://example.org/a",
            Published = published,
            Language = "pt-BR",
            Author = "Ana",
            Source = "/articles",
            Location = "/articles/a/b.md",
            Tags = ["x", "y z"],
        };

        await IndexFolder.PutAsync(store, article);
        var found = await store.FindAsync("a/b.md", Cancellation);

        Assert.NotNull(found);
        Assert.Equal(article.Text.Value, found.Text.Value);
        Assert.Equal(article.Fingerprint, found.Fingerprint);
        Assert.Equal(article.Source, found.Source);
        Assert.Equal(article.Tags, found.Tags);
        Assert.Equal(published, found.Published);
    }

    [Fact]
    public async Task FindAsync_NoIndex_FindsNothingAndMakesNoFolder()
    {
        var path = Path.Combine(_folder.Path, "none");
        using var store = new LuceneArticleStore(
            Microsoft.Extensions.Options.Options.Create(new IndexOptions { Path = path }), TimeProvider.System);

        Assert.Null(await store.FindAsync("a", Cancellation));
        Assert.False(store.Exists);
        Assert.Equal(new ArticleStoreStatistics(0, 0), await store.GetStatisticsAsync(Cancellation));
        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public async Task OpenWriterAsync_SecondWriter_IsRefusedWithTheReasonAndThePath()
    {
        using var store = _folder.Open();
        using var other = _folder.Open();
        await using var first = await store.OpenWriterAsync(Cancellation);

        var refused = await Assert.ThrowsAsync<ArticleStoreException>(async () => await other.OpenWriterAsync(Cancellation));

        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("another", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenWriterAsync_AfterTheFirstIsDisposed_Opens()
    {
        using var store = _folder.Open();
        await (await store.OpenWriterAsync(Cancellation)).DisposeAsync();

        await using var second = await store.OpenWriterAsync(Cancellation);

        Assert.Empty(second.Stored);
    }

    [Fact]
    public async Task Reader_WhileAnotherStoreWrites_SeesCommitsAndOnlyCommits()
    {
        using var writing = _folder.Open();
        using var reading = _folder.Open();
        await IndexFolder.PutAsync(writing, new Article("first", "The first article is here."));
        await using var writer = await writing.OpenWriterAsync(Cancellation);
        Assert.Equal(1, (await reading.GetStatisticsAsync(Cancellation)).Articles);

        await writer.PutAsync(new Article("second", "The second article is here."), Cancellation);
        Assert.Equal(1, (await reading.GetStatisticsAsync(Cancellation)).Articles);
        await writer.CommitAsync(Cancellation);

        Assert.Equal(2, (await writing.GetStatisticsAsync(Cancellation)).Articles);
        using var later = _folder.Open();
        Assert.NotNull(await later.FindAsync("second", Cancellation));
    }

    [Fact]
    public async Task PutAsync_SameIdAgain_ReplacesTextAndPassages()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, new Article("a", "The old gate was painted green."));
        await IndexFolder.PutAsync(store, new Article("a", "The new gate was painted yellow."));

        var search = new PassageSearch(new LucenePassageIndex(store));
        var old = await search.SearchAsync(new StandaloneQuestion("green"), Cancellation);
        var current = await search.SearchAsync(new StandaloneQuestion("yellow"), Cancellation);

        Assert.Empty(old.Passages);
        Assert.Equal("a", Assert.Single(current.Passages).Article.Id);
        Assert.Equal(1, (await store.GetStatisticsAsync(Cancellation)).Articles);
    }

    [Fact]
    public async Task RemoveAsync_Committed_LeavesNothingToFind()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, new Article("a", "Something about lighthouses."), new Article("b", "Something about ferries."));
        await using (var writer = await store.OpenWriterAsync(Cancellation))
        {
            await writer.RemoveAsync("a", Cancellation);
            await writer.CommitAsync(Cancellation);
        }

        Assert.Null(await store.FindAsync("a", Cancellation));
        Assert.Equal(new ArticleStoreStatistics(1, 1), await store.GetStatisticsAsync(Cancellation));
        Assert.Empty((await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(new StandaloneQuestion("lighthouses"), Cancellation)).Passages);
    }

    [Fact]
    public async Task OpenWriterAsync_IndexOfAnotherFormat_IsRefusedAndLeftAsItIs()
    {
        using var directory = global::Lucene.Net.Store.FSDirectory.Open(_folder.Path);
        var configuration = new global::Lucene.Net.Index.IndexWriterConfig(
            global::Lucene.Net.Util.LuceneVersion.LUCENE_48, analyzer: null);
        using (var foreign = new global::Lucene.Net.Index.IndexWriter(directory, configuration))
        {
            foreign.AddDocument([]);
            foreign.Commit();
        }

        using var store = _folder.Open();
        var writing = await Assert.ThrowsAsync<ArticleStoreException>(async () => await store.OpenWriterAsync(Cancellation));
        var reading = await Assert.ThrowsAsync<ArticleStoreException>(async () => await store.FindAsync("a", Cancellation));

        Assert.Contains("another version", writing.Message, StringComparison.Ordinal);
        Assert.Contains("another version", reading.Message, StringComparison.Ordinal);
        Assert.True(global::Lucene.Net.Index.DirectoryReader.IndexExists(directory));
    }

    [Fact]
    public async Task FindAsync_DamagedIndex_SaysWhatToDo()
    {
        using (var store = _folder.Open())
        {
            await IndexFolder.PutAsync(store, new Article("a", "Some text that is long enough to be stored."));
        }

        foreach (var file in Directory.GetFiles(_folder.Path).Where(f => !f.EndsWith("write.lock", StringComparison.Ordinal)))
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancellation);
            await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)], Cancellation);
        }

        using var damaged = _folder.Open();
        var error = await Assert.ThrowsAsync<ArticleStoreException>(async () => await damaged.FindAsync("a", Cancellation));
        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PutAsync_FullDisk_SaysSoAndKeepsTheLastCommit()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, new Article("kept", "This article was committed before the disk was full."));

        using (var files = global::Lucene.Net.Store.FSDirectory.Open(_folder.Path))
        using (var full = new FullDisk(files, bytesLeft: 2_000))
        using (var languages = new LanguageAnalyses(language => new LuceneStemmer(language)))
        {
            await using var writer = LuceneArticleWriter.Open(full, languages, new TextLanguages([], null), _folder.Path, () => { });
            var error = await Assert.ThrowsAsync<ArticleStoreException>(async () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    await writer.PutAsync(new Article($"lost-{i}", $"Article number {i} does not fit. {Guid.NewGuid()}"), Cancellation);
                }

                await writer.CommitAsync(Cancellation);
            });
            Assert.Contains("No space left", error.Message, StringComparison.Ordinal);
        }

        using var reopened = _folder.Open();
        Assert.NotNull(await reopened.FindAsync("kept", Cancellation));
        Assert.Equal(1, (await reopened.GetStatisticsAsync(Cancellation)).Articles);
        await IndexFolder.PutAsync(reopened, new Article("next", "There is room again."));
        Assert.NotNull(await reopened.FindAsync("next", Cancellation));
    }

    [Fact]
    public async Task PutAsync_FromManyThreads_LosesNothing()
    {
        using var store = _folder.Open();
        await using (var writer = await store.OpenWriterAsync(Cancellation))
        {
            await Parallel.ForAsync(0, 200, Cancellation, async (i, token) =>
                await writer.PutAsync(new Article($"a{i}", $"Sentence one of article {i}. Sentence two mentions number {i}."), token));
            await writer.CommitAsync(Cancellation);
        }

        Assert.Equal(200, (await store.GetStatisticsAsync(Cancellation)).Articles);
        await using var again = await store.OpenWriterAsync(Cancellation);
        Assert.Equal(200, again.Stored.Count);
    }
}
