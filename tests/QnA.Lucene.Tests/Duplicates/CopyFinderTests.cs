using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Lucene.Tests.Index;
using QnA.Text.Tests.Likeness;

namespace QnA.Lucene.Tests.Duplicates;

/// <summary>What a search says of copies, from the real index.</summary>
public sealed class CopyFinderTests : IDisposable
{
    private const string Question = "How many passengers were on the last crossing of the ferry?";

    private static readonly Article Original = new("original", News.Report) { Title = "Harrowgate closes its ferry" };
    private static readonly Article Syndicated = new("syndicated", News.Syndicated) { Title = "A last crossing" };
    private static readonly Article Edited = new("edited", News.Edited) { Title = "Ferry to close" };
    private static readonly Article Template = new("template", News.Template) { Title = "Elmford closes its ferry" };
    private static readonly Article Other = new("other", "The library opens on Monday. Passengers of the ferry may read there.");

    private readonly IndexFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SearchAsync_PutInAnyOrderAndCommits_FindsTheSameCopies()
    {
        Article[] articles = [Original, Syndicated, Edited, Template, Other];
        for (var first = 0; first < articles.Length; first++)
        {
            using var folder = new IndexFolder();
            using (var store = folder.Open())
            {
                foreach (var article in (Article[])[.. articles[first..], .. articles[..first]])
                {
                    await IndexFolder.PutAsync(store, article);
                }
            }

            using var reopened = folder.Open();
            var copies = (await SearchAsync(reopened)).Copies;

            Assert.Equal(["edited", "syndicated"], copies.Of("original").Select(copy => copy.Id));
            Assert.True(copies.AreCopies("edited", "syndicated"));
            Assert.False(copies.AreCopies("original", "template"));
            Assert.False(copies.AreCopies("original", "other"));
        }
    }

    [Fact]
    public async Task SearchAsync_CopyOfWhichSketchesKeepTooLittle_IsFoundByItsWords()
    {
        using var store = _folder.Open();
        foreach (var article in (Article[])[Original, Template, Other, new("reworked", News.Reworked)])
        {
            await IndexFolder.PutAsync(store, article);
        }

        var copies = (await SearchAsync(store)).Copies;

        Assert.Equal(["reworked"], copies.Of("original").Select(copy => copy.Id));
    }

    [Fact]
    public async Task SearchAsync_CopyChangedThenRemoved_IsNoCopyAnyMore()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, Original, Syndicated, Edited);

        await IndexFolder.PutAsync(store, new Article("syndicated", "The museum in the harbour is closed for the winter and opens in spring."));
        var changed = (await SearchAsync(store)).Copies;
        await using (var writer = await store.OpenWriterAsync(Cancellation))
        {
            await writer.RemoveAsync("edited", Cancellation);
            await writer.CommitAsync(Cancellation);
        }

        var removed = (await SearchAsync(store)).Copies;

        Assert.Equal(["edited"], changed.Of("original").Select(copy => copy.Id));
        Assert.Empty(removed.Of("original"));
    }

    [Fact]
    public async Task SearchAsync_SentenceInEveryCopy_IsThereOnce()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, Original, Syndicated, Edited, Template);

        var found = await SearchAsync(store);

        var crossings = found.Sentences.Select(Slice).Where(text => text.Contains("last crossing of the season", StringComparison.Ordinal)).ToList();
        Assert.Single(crossings, text => text.Contains("340", StringComparison.Ordinal));
        Assert.Single(crossings, text => text.Contains("95", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SearchAsync_CopiesWithDifferentNumbers_KeepsBoth()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(
            store, Original, new Article("updated", News.Report.Replace("340 passengers", "360 passengers", StringComparison.Ordinal)));

        var found = await SearchAsync(store);

        Assert.True(found.Copies.AreCopies("original", "updated"));
        Assert.Contains(found.Sentences, sentence => Slice(sentence).Contains("340", StringComparison.Ordinal));
        Assert.Contains(found.Sentences, sentence => Slice(sentence).Contains("360", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SearchAsync_CopyOutsideTheFilter_IsNotNamed()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(
            store,
            new Article("open", News.Report) { Tags = ["open"] },
            new Article("open-too", News.Edited) { Tags = ["open"] },
            new Article("closed", News.Syndicated) { Tags = ["closed"] });

        var found = await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(
            new StandaloneQuestion(Question) { Filter = new ArticleFilter { Tags = ["open"] } }, Cancellation);

        Assert.Equal(["open-too"], found.Copies.Of("open").Select(copy => copy.Id));
        Assert.Equal("closed", found.Copies.KeyOf("closed"));
    }

    [Fact]
    public async Task SearchAsync_ManyCopies_NamesAFewAndStaysBounded()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, [.. Enumerable.Range(0, 300).Select(i => new Article($"copy-{i:d3}", $"Paper {i}. " + News.Report))]);

        var found = await SearchAsync(store);

        Assert.InRange(found.Copies.Of(found.Sentences[0].Article.Id).Count(), 10, 150);
        Assert.Single(found.Sentences.Select(Slice), text => text.Contains("340", StringComparison.Ordinal));
    }

    private static async Task<SearchResult> SearchAsync(LuceneArticleStore store) =>
        await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(new StandaloneQuestion(Question), Cancellation);

    private static string Slice(RankedSentence sentence) => sentence.Article.Text.Slice(sentence.Span).ToString();
}
