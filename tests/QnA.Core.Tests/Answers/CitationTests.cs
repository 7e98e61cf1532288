using QnA.Core.Answers;
using QnA.Core.Articles;

namespace QnA.Core.Tests.Answers;

public class CitationTests
{
    private static readonly Article Bridge = new("a", "The bridge opened in May.")
    {
        Title = "The bridge",
        Url = "https://example.org/bridge",
        Published = PublicationDate.From(DateTimeOffset.UnixEpoch),
    };

    [Fact]
    public void Of_Article_ShowsItsTitleDateAndTheAddressOfTheWords()
    {
        var citation = Citation.Of(2, Bridge.Quote("opened in May"), Bridge);

        Assert.Equal((2, "The bridge", Bridge.Published, null), (citation.Number, citation.Title, citation.Published, citation.Page));
        Assert.Equal("https://example.org/bridge#:~:text=opened%20in%20May", citation.Url);
    }

    [Fact]
    public void Of_ArticleWithoutAddress_HasNone()
    {
        var article = new Article("a", "The bridge opened in May.");

        var citation = Citation.Of(1, article.Quote("May"), article);

        Assert.Null(citation.Url);
        Assert.Null(citation.Published);
        Assert.Equal("a", citation.Title);
    }

    [Fact]
    public void Of_NumberUnderOne_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Citation.Of(0, Bridge.Quote("May"), Bridge));

    [Fact]
    public void ToString_Claim_EndsWithItsNumbers()
    {
        var first = Citation.Of(1, Bridge.Quote("The bridge"), Bridge);
        var second = Citation.Of(2, Bridge.Quote("May"), Bridge);

        Assert.Equal("It opened. [1][2]", new Claim("It opened.", [first, second]).ToString());
    }

    [Fact]
    public void IsQuote_ClaimThatIsItsOnlyQuote_IsTrue()
    {
        var citation = Citation.Of(1, Bridge.Quote("The bridge opened in May."), Bridge);

        Assert.True(new Claim("The bridge opened in May.", [citation]).IsQuote);
        Assert.False(new Claim("The bridge opened in May", [citation]).IsQuote);
        Assert.False(new Claim("The bridge opened in May.", [citation, citation]).IsQuote);
    }
}
