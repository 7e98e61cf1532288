using Moq;
using QnA.Core.Access;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Conformance.Search;

/// <summary>What every search does, whatever it searches in. Each implementation derives its own test class from this one.</summary>
public abstract class PassageSearchConformance
{
    private const string Ferry = "The ferry crosses the strait in forty minutes. Bicycles travel free of charge.";
    private const string Mill = "The paper mill was closed in 1987. Its chimney is a landmark of the valley.";

    [Fact]
    public async Task SearchAsync_WordsOfOneSentence_RanksItFirst()
    {
        var search = await CreateAsync([Article("ferry", Ferry), Article("mill", Mill)]);

        var found = await SearchAsync(search, "When was the paper mill closed?");

        Assert.Equal("The paper mill was closed in 1987.", TextOf(found.Sentences[0]));
        Assert.Equal("mill", found.Passages[0].Article.Id);
        Assert.InRange(found.Confidence, 0.5, 1);
        Assert.Empty(found.MissingWords);
        Assert.True(found.HasContentWords);
        Assert.Equal((2, 2), (found.ArticleCount, found.UnfilteredCount));
    }

    [Fact]
    public async Task SearchAsync_AnyQuestion_GivesSpansOfTheTextAndScoresInOrder()
    {
        var search = await CreateAsync([Article("ferry", Ferry), Article("mill", Mill)]);

        var found = await SearchAsync(search, "How long does the ferry take, and is the mill a landmark?");

        Assert.NotEmpty(found.Sentences);
        Assert.All(found.Sentences, sentence => Assert.True(sentence.Article.Text.TryCut(sentence.Span, out _)));
        Assert.All(found.Passages, passage => Assert.True(passage.Article.Text.TryCut(passage.Passage.Span, out _)));
        Assert.Equal(found.Sentences.Select(s => s.Score).OrderDescending(), found.Sentences.Select(s => s.Score));
    }

    [Fact]
    public async Task SearchAsync_WordThatNoArticleHas_IsNamed()
    {
        var search = await CreateAsync([Article("ferry", Ferry)]);

        var found = await SearchAsync(search, "Does the ferry carry zeppelins?");

        Assert.Contains("zeppelins", found.MissingWords);
    }

    [Fact]
    public async Task SearchAsync_Filter_LeavesOutWhatItDoesNotLetPass()
    {
        var search = await CreateAsync([Article("ferry", Ferry, "travel"), Article("mill", Mill, "history")]);

        var found = await search.SearchAsync(
            new StandaloneQuestion("When was the paper mill closed?") { Filter = new ArticleFilter { Tags = ["travel"] } }, Cancellation);

        Assert.DoesNotContain(found.Passages, passage => passage.Article.Id == "mill");
        Assert.DoesNotContain(found.Sentences, sentence => sentence.Article.Id == "mill");
        Assert.Contains("mill", found.MissingWords);
        Assert.Equal((1, 2), (found.ArticleCount, found.UnfilteredCount));
    }

    [Fact]
    public async Task SearchAsync_HiddenFromTheReader_IsAsIfItWereNotThere()
    {
        var access = new Mock<IArticleAccess>();
        access.Setup(a => a.OfAsync(It.IsAny<Reader>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ArticleVisibility(["history"]));
        var search = await CreateAsync([Article("ferry", Ferry, "travel"), Article("mill", Mill, "history")], access.Object);

        var found = await SearchAsync(search, "When was the paper mill closed?");

        Assert.DoesNotContain(found.Sentences, sentence => sentence.Article.Id == "mill");
        Assert.Equal((1, 1), (found.ArticleCount, found.UnfilteredCount));
    }

    [Fact]
    public async Task SearchAsync_NothingStored_FindsNothing()
    {
        var found = await SearchAsync(await CreateAsync([]), "When was the paper mill closed?");

        Assert.Empty(found.Passages);
        Assert.Empty(found.Sentences);
        Assert.Equal(0, found.Confidence);
    }

    [Fact]
    public async Task SearchAsync_AskedTwice_FindsTheSame()
    {
        var search = await CreateAsync([Article("ferry", Ferry), Article("mill", Mill)]);

        var (one, other) = (await SearchAsync(search, "Is the chimney a landmark?"), await SearchAsync(search, "Is the chimney a landmark?"));

        Assert.Equal(one.Confidence, other.Confidence);
        Assert.Equal(one.Sentences.Select(s => (s.Article.Id, s.Span, s.Score)), other.Sentences.Select(s => (s.Article.Id, s.Span, s.Score)));
    }

    [Fact]
    public async Task SearchAsync_Cancelled_Throws()
    {
        var search = await CreateAsync([Article("ferry", Ferry)]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await search.SearchAsync(new StandaloneQuestion("How long does the ferry take?"), new CancellationToken(canceled: true)));
    }

    /// <summary>Creates a search over articles.</summary>
    /// <param name="articles">The articles; maybe none.</param>
    /// <param name="access">Says what readers see; <see langword="null"/> where everyone sees everything.</param>
    protected abstract ValueTask<IPassageSearch> CreateAsync(IReadOnlyList<Article> articles, IArticleAccess? access = null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ValueTask<SearchResult> SearchAsync(IPassageSearch search, string question) =>
        search.SearchAsync(new StandaloneQuestion(question), Cancellation);

    private static string TextOf(RankedSentence sentence) => sentence.Article.Text.Slice(sentence.Span).ToString();

    private static Article Article(string id, string text, params string[] tags) => new(id, text) { Title = "", Language = "en", Tags = tags };
}
