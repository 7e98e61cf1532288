using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Conformance;

/// <summary>What every <see cref="IArticleStore"/> does. A test class per implementation derives from it.</summary>
/// <remarks>One instance serves one test. Where the implementation has something to clean up, the test class is disposable.</remarks>
public abstract partial class ArticleStoreConformance
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Makes an empty store.</summary>
    protected abstract ValueTask<IArticleStore> CreateStoreAsync();

    /// <summary>Opens what a store holds anew, as the next process would; a store that lives in memory only returns itself.</summary>
    protected abstract ValueTask<IArticleStore> ReopenAsync(IArticleStore store);

    [Fact]
    public async Task FindAsync_EmptyStore_FindsNothing()
    {
        var store = await CreateStoreAsync();

        Assert.Null(await store.FindAsync("a", Cancel));
        Assert.Equal(new ArticleStoreStatistics(0, 0), await store.GetStatisticsAsync(Cancel));
    }

    [Fact]
    public async Task ListAsync_WithALimit_GivesThatManyOfWhatWasCommitted()
    {
        var store = await CreateStoreAsync();
        Assert.Empty(await store.ListAsync(10, Cancel));

        await PutAndCommitAsync(store, new Article("a", "One."));
        await PutAndCommitAsync(store, new Article("b", "Two."));
        await PutAndCommitAsync(store, new Article("a", "One, again."));

        Assert.Equal(["One, again.", "Two."], (await store.ListAsync(10, Cancel)).Select(a => a.Text.Value).Order(StringComparer.Ordinal));
        Assert.Single(await store.ListAsync(1, Cancel));
    }

    [Fact]
    public async Task CommitAsync_AfterPut_EveryFieldIsKept()
    {
        var store = await CreateStoreAsync();
        var article = new Article("news/1", "The bridge opened in May. It is long.\n\nA second paragraph.")
        {
            Title = "The bridge",
            Url = "https://example.org/bridge?a=1&b=2",
            Published = Date("2011-05-03T10:00:00Z"),
            Language = "en",
            Author = "Ann Example",
            Source = "folder",
            Location = "/articles/bridge.md",
            Tags = ["news", "town", "news"],
            PageStarts = [0, 26, 26, 42],
        };

        await PutAndCommitAsync(store, article);
        store = await ReopenAsync(store);

        AssertSame(article, await store.FindAsync(article.Id, Cancel));
    }

    [Fact]
    public async Task CommitAsync_AfterPutOfBareArticle_NothingIsInvented()
    {
        var store = await CreateStoreAsync();
        var article = new Article("a", "A text.");

        await PutAndCommitAsync(store, article);
        store = await ReopenAsync(store);

        AssertSame(article, await store.FindAsync("a", Cancel));
    }

    [Fact]
    public async Task PutAsync_NotCommitted_IsNotSeen()
    {
        var store = await CreateStoreAsync();
        await using var writer = await store.OpenWriterAsync(Cancel);

        await writer.PutAsync(new Article("a", "A text."), Cancel);

        Assert.Null(await store.FindAsync("a", Cancel));
        Assert.Equal(0, (await store.GetStatisticsAsync(Cancel)).Articles);
    }

    [Fact]
    public async Task CommitAsync_WriterStillOpen_IsSeenAtOnce()
    {
        var store = await CreateStoreAsync();
        await using var writer = await store.OpenWriterAsync(Cancel);
        await writer.PutAsync(new Article("a", "A text."), Cancel);

        await writer.CommitAsync(Cancel);

        Assert.Equal("A text.", (await store.FindAsync("a", Cancel))?.Text.Value);
    }

    [Fact]
    public async Task PutAsync_SameId_Replaces()
    {
        var store = await CreateStoreAsync();
        await PutAndCommitAsync(store, new Article("a", "One. Two. Three.") { Title = "Old", Tags = ["old"] });

        await PutAndCommitAsync(store, new Article("a", "Four.") { Title = "New" });

        AssertSame(new Article("a", "Four.") { Title = "New" }, await store.FindAsync("a", Cancel));
        Assert.Equal(1, (await store.GetStatisticsAsync(Cancel)).Articles);
    }

    [Fact]
    public async Task PutAsync_SameIdTwiceBeforeCommit_LastOneStays()
    {
        var store = await CreateStoreAsync();

        await PutAndCommitAsync(store, new Article("a", "First."), new Article("a", "Last."));

        Assert.Equal("Last.", (await store.FindAsync("a", Cancel))?.Text.Value);
        Assert.Equal(1, (await store.GetStatisticsAsync(Cancel)).Articles);
    }

    [Fact]
    public async Task PutAsync_IdsThatDifferInCaseOrAccent_AreDifferentArticles()
    {
        var store = await CreateStoreAsync();
        string[] ids = ["a", "A", "á", "a\u0301", "a ", "a/b", "a b", "İ", "i"];

        await PutAndCommitAsync(store, [.. ids.Select(id => new Article(id, $"The text of {id}."))]);
        store = await ReopenAsync(store);

        foreach (var id in ids)
        {
            Assert.Equal($"The text of {id}.", (await store.FindAsync(id, Cancel))?.Text.Value);
        }
    }

    [Fact]
    public async Task RemoveAsync_Committed_IsGone()
    {
        var store = await CreateStoreAsync();
        await PutAndCommitAsync(store, new Article("a", "A text."), new Article("b", "B text."));
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            await writer.RemoveAsync("a", Cancel);
            await writer.RemoveAsync("never there", Cancel);
            await writer.CommitAsync(Cancel);
        }

        store = await ReopenAsync(store);

        Assert.Null(await store.FindAsync("a", Cancel));
        Assert.NotNull(await store.FindAsync("b", Cancel));
        Assert.Equal(1, (await store.GetStatisticsAsync(Cancel)).Articles);
    }

    [Fact]
    public async Task RemoveAsync_ThenPutBeforeCommit_IsThere()
    {
        var store = await CreateStoreAsync();
        await PutAndCommitAsync(store, new Article("a", "Before."));
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            await writer.RemoveAsync("a", Cancel);
            await writer.PutAsync(new Article("a", "After."), Cancel);
            await writer.CommitAsync(Cancel);
        }

        Assert.Equal("After.", (await store.FindAsync("a", Cancel))?.Text.Value);
    }

    [Fact]
    public async Task GetStatisticsAsync_AfterCommit_CountsArticlesAndTheirPassages()
    {
        var store = await CreateStoreAsync();
        var passages = 0;
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            passages += await writer.PutAsync(new Article("a", "A short text."), Cancel);
            passages += await writer.PutAsync(
                new Article("b", string.Concat(Enumerable.Repeat("A sentence of a longer text, which goes on. ", 100))), Cancel);
            await writer.CommitAsync(Cancel);
        }

        Assert.True(passages >= 2);
        Assert.Equal(new ArticleStoreStatistics(2, passages), await store.GetStatisticsAsync(Cancel));
    }

    [Fact]
    public async Task GetOverviewAsync_AfterTheNewestWasRemoved_NamesTheNewestThatIsLeft()
    {
        var store = await CreateStoreAsync();
        await using (var writer = await store.OpenWriterAsync(Cancel))
        {
            foreach (var (id, date) in new[] { ("a", "2023"), ("b", "2024-06-03"), ("c", "2025-01") })
            {
                Assert.True(PublicationDate.TryParse(date, out var published));
                await writer.PutAsync(new Article(id, "A text in English.") { Published = published, Language = "en" }, Cancel);
            }

            await writer.CommitAsync(Cancel);
            await writer.RemoveAsync("c", Cancel);
            await writer.CommitAsync(Cancel);
        }

        var overview = await store.GetOverviewAsync(Cancel);

        Assert.Equal("2024-06-03", overview.Newest?.ToString());
        Assert.Equal(["en"], overview.Languages);
    }

    [Fact]
    public async Task PutAsync_HostileTexts_SurviveLetterForLetter()
    {
        var store = await CreateStoreAsync();
        var articles = HostileText.Fragments
            .Select((fragment, i) => $"{fragment}{HostileText.Fragments[^(i + 1)]}The words between.{fragment}")
            .Append(string.Concat(HostileText.Fragments))
            .Append(string.Concat(HostileText.Fragments.Reverse()))
            .Append(new string('x', 100_000) + " end")
            .Select((text, i) => new Article($"article {i}", text) { Title = $"Title of {i}", Author = "ﬁß\u202Eİ\u0301😀" })
            .ToArray();

        await PutAndCommitAsync(store, articles);
        store = await ReopenAsync(store);

        foreach (var article in articles)
        {
            AssertSame(article, await store.FindAsync(article.Id, Cancel));
        }
    }

    private static async Task PutAndCommitAsync(IArticleStore store, params Article[] articles)
    {
        await using var writer = await store.OpenWriterAsync(Cancel);
        foreach (var article in articles)
        {
            await writer.PutAsync(article, Cancel);
        }

        await writer.CommitAsync(Cancel);
    }

    private static void AssertSame(Article expected, Article? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Text.Value, actual.Text.Value);
        Assert.Equal(expected.Text.Version, actual.Text.Version);
        Assert.Equal(
            (expected.Id, expected.Title, expected.Url, expected.Published, expected.Language, expected.Author, expected.Location),
            (actual.Id, actual.Title, actual.Url, actual.Published, actual.Language, actual.Author, actual.Location));
        Assert.Equal(expected.Tags, actual.Tags);
        Assert.Equal(expected.Fingerprint, actual.Fingerprint);
    }

    private static PublicationDate Date(string text) =>
        PublicationDate.TryParse(text, out var date) ? date : throw new ArgumentException($"'{text}' is no date.", nameof(text));
}
