using QnA.Bot.Replies;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Retrieval;

namespace QnA.Bot.Tests.Replies;

public class AlsoInTextTests
{
    private static readonly Article Original = new("a", "The bridge opened.") { Title = "The bridge" };

    [Fact]
    public void Of_NoCopies_IsNothing() => Assert.Equal("", AlsoInText.Of(CitationWith(0), copy => copy.Title));

    [Fact]
    public void Of_Copies_NamesThreeAndCountsTheRest()
    {
        Assert.Equal(", also in Paper 1 (May 2024), Paper 2 (May 2024)", AlsoInText.Of(CitationWith(2), copy => copy.Title));
        Assert.Equal(
            ", also in Paper 1 (May 2024), Paper 2 (May 2024), Paper 3 (May 2024) and 2 more", AlsoInText.Of(CitationWith(5), copy => copy.Title));
    }

    private static Citation CitationWith(int copies)
    {
        Assert.True(PublicationDate.TryParse("2024-05", out var date));
        var pairs = Enumerable.Range(1, copies).Select(i => (Original, new Article($"b{i}", "The bridge opened.") { Title = $"Paper {i}", Published = date }));
        return Citation.Of(1, Original.Text.Cut(Original.Text.Span), Original, new ArticleCopies(pairs));
    }
}
