using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Search.Extractive;

namespace QnA.Search.Tests.Extractive;

public sealed class QuoteChooserTests
{
    private static readonly Article Text = new("a", "The ferry left. It sank at noon.\nNobody was hurt.");
    private static readonly TextSpan First = new(0, 15);
    private static readonly TextSpan Second = new(16, 32);
    private static readonly TextSpan OtherLine = new(33, 49);

    [Fact]
    public void Choose_LikelyNeighbourOnTheLine_IsPartOfTheQuote() => Assert.Equal(
        [First.Union(Second)], Choose(new AnswerOptions(), (Second, 0.6), (First, 0.3)));

    [Fact]
    public void Choose_UnlikelyNeighbour_IsAQuoteOfItsOwn() => Assert.Equal(
        [Second, First], Choose(new AnswerOptions(), (Second, 0.9), (First, 0.1)));

    [Fact]
    public void Choose_LikelySentenceOnAnotherLine_IsAQuoteOfItsOwn() => Assert.Equal(
        [Second, OtherLine], Choose(new AnswerOptions(), (Second, 0.5), (OtherLine, 0.4)));

    [Fact]
    public void Choose_TooLongTogether_KeepsTheSentenceAlone() => Assert.Equal(
        [Second, First], Choose(new AnswerOptions { MaxQuoteLength = 20 }, (Second, 0.5), (First, 0.4)));

    [Fact]
    public void Choose_MoreThanAsked_StopsThere() => Assert.Equal(
        [OtherLine], Choose(new AnswerOptions { MaxQuotes = 1 }, (OtherLine, 0.5), (First, 0.4)));

    private static List<TextSpan> Choose(AnswerOptions options, params (TextSpan Span, double Score)[] ranked) =>
        [.. QuoteChooser.Choose([.. ranked.Select(r => new RankedSentence(Text, r.Span, r.Score))], options).Select(q => q.Span)];
}
