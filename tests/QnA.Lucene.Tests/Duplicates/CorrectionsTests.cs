using Microsoft.Extensions.Options;
using Moq;
using QnA.Answering.Copies;
using QnA.Answering.Retrieval;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Lucene.Retrieval;
using QnA.Lucene.Tests.Index;

namespace QnA.Lucene.Tests.Duplicates;

public sealed class CorrectionsTests : IDisposable
{
    private const string Wrong = "The bridge of Harrowgate opened on Sunday.\n\nThe bridge cost 3 million crowns.";
    private const string Right = "The bridge of Harrowgate opened on Sunday.\n\nThe bridge cost 5 million crowns.\n\nCorrection: An earlier version of this article gave another sum.";

    private readonly IndexFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FindSuperseded_LaterCorrectionThatNamesTheArticle_SupersedesItInAnyOrder()
    {
        var first = Article("a", Wrong, "2024-05-01");
        var correction = Article("b", Right, "2024-05-02", "Correction: New bridge opens in Harrowgate");

        Assert.Equal(["a"], Corrections.FindSuperseded([first, correction], ArticleCopies.None));
        Assert.Equal(["a"], Corrections.FindSuperseded([correction, first], ArticleCopies.None));
    }

    [Fact]
    public void FindSuperseded_LaterCorrectedCopy_SupersedesTheArticle()
    {
        var first = Article("a", Wrong, "2024-05-01");
        var correction = Article("b", Right, "2024-05-02", "Bridge");

        Assert.Empty(Corrections.FindSuperseded([first, correction], ArticleCopies.None));
        Assert.Equal(["a"], Corrections.FindSuperseded([first, correction], new ArticleCopies([(first, correction)])));
    }

    [Fact]
    public void FindSuperseded_NotSurelyACorrection_SupersedesNothing()
    {
        const string Title = "Correction: New bridge opens in Harrowgate";
        var first = Article("a", Wrong, "2024-05-01");
        Article[] others =
        [
            Article("b", Right, null, Title),
            Article("b", Right, "2024-05-01", Title),
            Article("b", Right, "2024-04-30", Title),
            Article("b", Right, "2024-05-02", Title, source: "/uploads"),
            Article("b", Right, "2024-05-02", Title, url: "https://elsewhere.example/b"),
            Article("b", Wrong, "2024-05-02", "New bridge opens in Harrowgate again"),
            Article("b", "The correction of prices goes on. Corrections officers strike.", "2024-05-02", "New bridge opens in Harrowgate"),
        ];

        foreach (var other in others)
        {
            Assert.Empty(Corrections.FindSuperseded([first, other], ArticleCopies.None));
        }
    }

    [Theory]
    [InlineData("CORRECTED-Bridge opens", true)]
    [InlineData("Korrektur: Brücke eröffnet", true)]
    [InlineData("[Correction] Bridge opens", true)]
    [InlineData("Corrections officers strike", false)]
    public void IsCorrection_Title_IsReadConservatively(string title, bool expected) =>
        Assert.Equal(expected, Corrections.IsCorrection(new Article("a", "The bridge opened.") { Title = title }));

    [Fact]
    public async Task SearchAsync_CorrectionFound_QuotesOnlyTheCorrection()
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(
            store, Article("a", Wrong, "2024-05-01"), Article("b", Right, "2024-05-02", "Correction: New bridge opens in Harrowgate"));

        var found = await new PassageSearch(new LucenePassageIndex(store)).SearchAsync(
            new StandaloneQuestion("How much did the bridge cost?"), TestContext.Current.CancellationToken);

        Assert.Equal(["b"], found.Sentences.Select(sentence => sentence.Article.Id).Distinct());
        Assert.Equal(["b"], found.Passages.Select(passage => passage.Article.Id).Distinct());
    }

    [Theory]
    [InlineData(false, "old")]
    [InlineData(true, "new")]
    public async Task SearchAsync_TwoSayTheSame_PreferRecentDecidesWhichIsFirst(bool preferRecent, string first)
    {
        using var store = _folder.Open();
        await IndexFolder.PutAsync(
            store,
            Article("old", "The bridge of Harrowgate cost 3 million crowns.", "2023-05-01"),
            Article("new", "The mayor met the press on a rainy day in the old town hall.\n\nThe bridge of Harrowgate cost 3 million crowns in all.\n\nAfterwards she left for a visit to the neighbours across the river.", "2024-05-01", "Press"),
            Article("other", "The tunnel of Harrowgate cost 9 million crowns.", "2025-05-01", "Tunnel"));
        var options = Mock.Of<IOptionsMonitor<AnswerOptions>>(o => o.CurrentValue == new AnswerOptions { PreferRecent = preferRecent });

        var found = await new PassageSearch(new LucenePassageIndex(store), options).SearchAsync(
            new StandaloneQuestion("How much did the bridge of Harrowgate cost?"), TestContext.Current.CancellationToken);

        Assert.Equal(first, found.Sentences[0].Article.Id);
        Assert.Equal(found.Sentences.Select(s => s.Score).OrderDescending(), found.Sentences.Select(s => s.Score));
    }

    private static Article Article(
        string id, string text, string? published, string title = "New bridge opens in Harrowgate", string source = "/news", string? url = null) => new(id, text)
    {
        Title = title,
        Published = PublicationDate.TryParse(published, out var date) ? date : null,
        Source = source,
        Url = url,
    };
}
