using QnA.Answering.Retrieval;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests;

public sealed class FilteredSearchTests : IDisposable
{
    private readonly IndexFolder _folder = new();

    private static readonly Article[] Articles =
    [
        Article("old", "2025", "de", "Stadtblatt", "Jana Roth", "sport"),
        Article("spring", "2026-03-14", "en", "articles/news", "Jane Smith", "Sport", "city"),
        Article("summer", "2026-07", "en-GB", "articles/desk", "J. Smithson", "politics"),
        Article("undated", null, "en", "articles/desk", null, "city"),
    ];

    [Theory]
    [InlineData("", "old spring summer undated")]
    [InlineData("in:sport", "old spring")]
    [InlineData("in:SPORT in:politics", "old spring summer")]
    [InlineData("in:city by:smith", "spring")]
    [InlineData("by:smith", "spring")]
    [InlineData("by:\"jane smith\"", "spring")]
    [InlineData("source:desk", "summer undated")]
    [InlineData("source:articles/news", "spring")]
    [InlineData("lang:en", "spring summer undated")]
    [InlineData("lang:de lang:fr", "old")]
    [InlineData("since:2026", "spring summer")]
    [InlineData("since:2025-06", "old spring summer")]
    [InlineData("since:2026-07-20", "summer")]
    [InlineData("until:2026-03", "old spring")]
    [InlineData("until:2026-03-13", "old")]
    [InlineData("since:2026-03-14 until:2026-03-14", "spring")]
    [InlineData("since:2027", "")]
    [InlineData("in:weather", "")]
    public async Task SearchAsync_Filter_FindsExactlyTheArticlesThatPass(string words, string expected)
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, Articles);
        var filter = FilteredText.Read(words).Filter;
        var ids = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var found = await SearchAsync(store, "When did the tram open?", filter);

        Assert.Equal(ids.Order(), found.Passages.Select(p => p.Article.Id).Distinct().Order());
        Assert.Equal(ids.Order(), Articles.Where(filter.Passes).Select(a => a.Id).Order());
        Assert.Equal((ids.Length, Articles.Length), (found.ArticleCount, found.UnfilteredCount));
    }

    [Fact]
    public async Task SearchAsync_Filter_LeavesTheScoresOfPassagesAsTheyAre()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, Articles);

        var all = await SearchAsync(store, "When did the tram open?", ArticleFilter.None);
        var some = await SearchAsync(store, "When did the tram open?", new ArticleFilter { Tags = ["sport"] });

        Assert.Equal(all.Passages.Where(p => p.Article.Id is "old" or "spring").Select(p => p.Score), some.Passages.Select(p => p.Score));
    }

    [Fact]
    public async Task SearchAsync_WordOfAnArticleThatDoesNotPass_IsMissing()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, [.. Articles, new Article("ferry", "The ferry opened in May. The tram is older.") { Tags = ["water"] }]);

        var found = await SearchAsync(store, "When did the ferry open?", new ArticleFilter { Tags = ["city"] });

        Assert.Equal(["ferry"], found.MissingWords);
    }

    [Fact]
    public async Task SearchAsync_ArticleChangesItsTags_IsFoundByTheNewOnes()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(store, Articles);
        Assert.NotEmpty((await SearchAsync(store, "When did the tram open?", new ArticleFilter { Tags = ["politics"] })).Passages);
        await IndexFolder.PutAsync(store, Article("summer", "2026-07", "en", "articles/desk", null, "city"));

        var politics = await SearchAsync(store, "When did the tram open?", new ArticleFilter { Tags = ["politics"] });
        var city = await SearchAsync(store, "When did the tram open?", new ArticleFilter { Tags = ["city"] });

        Assert.Equal((0, 0), (politics.Passages.Count, politics.ArticleCount));
        Assert.Contains(city.Passages, p => p.Article.Id == "summer");
    }

    public void Dispose() => _folder.Dispose();

    private static Article Article(string id, string? published, string language, string source, string? author, params string[] tags) =>
        new(id, $"The tram opened on 3 May 2024, says the paper {id}. It is green.")
        {
            Published = PublicationDate.TryParse(published, out var date) ? date : null,
            Language = language,
            Source = source,
            Author = author,
            Tags = tags,
        };

    private static async Task<SearchResult> SearchAsync(LuceneArticleStore store, string question, ArticleFilter filter) =>
        await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(
            new StandaloneQuestion(question) { Filter = filter }, TestContext.Current.CancellationToken);
}
