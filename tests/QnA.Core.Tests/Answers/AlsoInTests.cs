using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Receipts;
using QnA.Core.Retrieval;

namespace QnA.Core.Tests.Answers;

public class AlsoInTests
{
    private static readonly Article Original = new("a", "The bridge opened in May. It cost 3 million crowns.") { Title = "The bridge" };

    [Theory]
    [InlineData("LONDON - The bridge opened in May. It cost 3 million crowns.", "It cost 3 million crowns.")]
    [InlineData("The bridge opened in May. It\n cost  3 million crowns.", "It\n cost  3 million crowns.")]
    [InlineData("It cost. It cost 3 million crowns.", "It cost 3 million crowns.")]
    public void Of_CopyWithTheWords_QuotesThemThere(string text, string words)
    {
        var also = AlsoIn.Of(Original.Quote("It cost 3 million crowns."), new Article("b", text) { Title = "Elsewhere" });

        Assert.Equal((words, "b", "Elsewhere"), (also?.Quote.Text, also?.Quote.ArticleId, also?.Title));
    }

    [Theory]
    [InlineData("The bridge opened in May. It cost 4 million crowns.")]
    [InlineData("The bridge opened in May.")]
    [InlineData("It cost3 million crowns.")]
    [InlineData("")]
    public void Of_CopyWithOtherWords_IsNone(string text) =>
        Assert.Null(AlsoIn.Of(Original.Quote("It cost 3 million crowns."), new Article("b", text)));

    [Fact]
    public void Citation_OfAnArticleWithCopies_NamesThoseThatHaveTheWords()
    {
        Assert.True(PublicationDate.TryParse("2024-05", out var date));
        var copy = new Article("b", "By Ann. It cost 3 million crowns.") { Title = "Copy", Url = "https://example.org/b", Published = date };
        var cut = new Article("c", "The bridge opened in May.");

        var citation = Citation.Of(1, Original.Quote("It cost 3 million crowns."), Original, new ArticleCopies([(Original, copy), (cut, Original)]));
        var receipt = Receipt.From(Receipts.Sample.Answer(Original) with { Citations = [citation] }, null);

        var also = Assert.Single(citation.AlsoIn);
        Assert.Equal(("Copy", date), (also.Title, also.Published));
        Assert.StartsWith("https://example.org/b#:~:text=It%20cost", also.Url, StringComparison.Ordinal);
        Assert.Contains("\"alsoIn\":[{\"articleId\":\"b\",\"title\":\"Copy\",\"url\":\"https://example.org/b#:~:text=", receipt.ToJson(), StringComparison.Ordinal);
    }
}
