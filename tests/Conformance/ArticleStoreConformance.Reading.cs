using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Conformance;

public abstract partial class ArticleStoreConformance
{
    [Fact]
    public async Task ReadAllAsync_EmptyStore_GivesNothing() => Assert.Empty(await ReadAllAsync(await CreateStoreAsync()));

    [Fact]
    public async Task ReadAllAsync_PutInAnyOrder_GivesEachOnceInOrderOfIds()
    {
        var store = await CreateStoreAsync();
        await PutAndCommitAsync(store, new Article("c", "Three."), new Article("\U00010000", "Last."), new Article("a", "One."));
        await PutAndCommitAsync(store, new Article("\uFFFD", "Five."), new Article("B", "Capital."), new Article("a", "One, again."));
        store = await ReopenAsync(store);

        var articles = await ReadAllAsync(store);

        Assert.Equal(["B", "a", "c", "\uFFFD", "\U00010000"], articles.Select(article => article.Id));
        Assert.Equal("One, again.", articles[1].Text.Value);
    }

    [Fact]
    public async Task ReadAllAsync_CommitMeanwhile_GivesWhatWasThereAtTheStart()
    {
        var store = await CreateStoreAsync();
        await PutAndCommitAsync(store, new Article("a", "One."), new Article("b", "Two."));
        await using var reading = store.ReadAllAsync(Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await reading.MoveNextAsync());

        await PutAndCommitAsync(store, new Article("b", "Two, again."), new Article("c", "Three."));

        Assert.True(await reading.MoveNextAsync());
        Assert.Equal("Two.", reading.Current.Text.Value);
        Assert.False(await reading.MoveNextAsync());
    }

    private static async Task<List<Article>> ReadAllAsync(IArticleStore store)
    {
        var articles = new List<Article>();
        await foreach (var article in store.ReadAllAsync(Cancel))
        {
            articles.Add(article);
        }

        return articles;
    }
}
