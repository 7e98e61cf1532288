using QnA.Answering.Copies;
using QnA.Core.Articles;

namespace QnA.Answering.Tests.Copies;

public class SentenceLikenessTests
{
    [Theory]
    [InlineData("The bridge of Harrowgate cost 3 million crowns.", "The bridge of Harrowgate cost 3 million crowns in all.", true)]
    [InlineData("The bridge of Harrowgate cost 3 million crowns.", "THE BRIDGE of Harrowgate cost\n3 million crowns", false)]
    [InlineData("The bridge of Harrowgate cost 3 million crowns.", "The bridge of Harrowgate cost 4 million crowns.", false)]
    [InlineData("The bridge of Harrowgate cost 3 million crowns.", "The bridge of Elmford cost 3 million crowns.", false)]
    [InlineData("The bridge of Harrowgate cost 3 million crowns.", "Critics of Harrowgate doubt the 3 million crowns.", false)]
    public void IsLike_TwoSentences_AsExpectedBothWays(string one, string other, bool expected)
    {
        Assert.Equal(expected, Read(one).IsLike(Read(other)));
        Assert.Equal(expected, Read(other).IsLike(Read(one)));
    }

    private static SentenceLikeness Read(string text)
    {
        var article = new ArticleText("a", text);
        return new SentenceLikeness(article, article.Span);
    }
}
