using QnA.Core.Articles;
using QnA.Core.Retrieval;

namespace QnA.Core.Tests.Retrieval;

public class ArticleCopiesTests
{
    private static readonly Article A = new("a", "Text.");
    private static readonly Article B = new("b", "Text.");
    private static readonly Article C = new("c", "Text.");
    private static readonly Article D = new("d", "Text.");

    [Fact]
    public void KeyOf_PairsInAnyOrder_IsTheSame()
    {
        (Article, Article)[] pairs = [(C, B), (B, A), (D, D)];

        foreach (var order in (IEnumerable<IEnumerable<(Article, Article)>>)[pairs, pairs.Reverse(), pairs.Concat(pairs)])
        {
            var copies = new ArticleCopies(order);

            Assert.Equal(["a", "a", "a", "d", "x"], ((string[])["a", "b", "c", "d", "x"]).Select(copies.KeyOf));
            Assert.Equal(["a", "c"], copies.Of("b").Select(article => article.Id));
        }
    }

    [Fact]
    public void AreCopies_CopyOfACopy_IsOne()
    {
        var copies = new ArticleCopies([(A, B), (C, B)]);

        Assert.True(copies.AreCopies("a", "c"));
        Assert.True(copies.AreCopies("x", "x"));
        Assert.False(copies.AreCopies("a", "d"));
    }

    [Fact]
    public void Of_None_IsEmpty()
    {
        Assert.Empty(ArticleCopies.None.Of("a"));
        Assert.False(ArticleCopies.None.AreCopies("a", "b"));
    }
}
