using QnA.Answering.Extractive;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Text;

namespace QnA.Answering.Tests.Extractive;

public sealed class QuoteChooserTests
{
    private static readonly Article Text = new("a", "The ferry left. We sank at noon.\nNobody was hurt.");
    private static readonly TextSpan First = new(0, 15);
    private static readonly TextSpan Second = new(16, 32);
    private static readonly TextSpan OtherLine = new(33, 49);

    [Fact]
    public void Choose_LikelyNeighbourOnTheLine_IsPartOfTheQuote() => Assert.Equal(
        [First.Union(Second)], Choose(new AnswerOptions(), (Second, 0.6), (First, 0.3)));

    [Fact]
    public void Choose_UnlikelyNeighbour_IsAQuoteOfItsOwn() => Assert.Equal(
        [Second, First], Choose(new AnswerOptions(), (Second, 0.99), (First, 0.009)));

    [Fact]
    public void Choose_LongNeighbour_HasToBeLikelierThanAShortOne()
    {
        var article = new Article("b", $"We sank. {new string('a', 200)}. It rained.");
        TextSpan before = new(0, 8), middle = new(9, 210), after = new(211, 221);

        var quotes = QuoteChooser.Choose(
            new SearchResult
            {
                Passages = [],
                Sentences = [new(article, before, 0.95), new(article, middle, 0.015), new(article, after, 0.014)],
                Confidence = 1,
            },
            new AnswerOptions());

        Assert.Equal([before, middle.Union(after)], quotes.Select(q => q.Span));
    }

    [Fact]
    public void Choose_NeighboursOnBothSides_AreBothPartOfTheQuote()
    {
        var article = new Article("c", "It rained all day. The ferry left. We sank at noon.");
        TextSpan first = new(0, 18), second = new(19, 34), third = new(35, 51);

        var quotes = QuoteChooser.Choose(
            new SearchResult { Passages = [], Sentences = [new(article, second, 0.6), new(article, third, 0.2), new(article, first, 0.1)], Confidence = 1 },
            new AnswerOptions());

        Assert.Equal([first.Union(third)], quotes.Select(q => q.Span));
    }

    [Fact]
    public void Choose_LikelySentenceOnAnotherLine_IsAQuoteOfItsOwn() => Assert.Equal(
        [Second, OtherLine], Choose(new AnswerOptions(), (Second, 0.5), (OtherLine, 0.4)));

    [Fact]
    public void Choose_TooLongTogether_KeepsTheSentenceAlone() => Assert.Equal(
        [Second, First], Choose(new AnswerOptions { MaxQuoteLength = 20 }, (Second, 0.5), (First, 0.4)));

    [Fact]
    public void Choose_MoreThanAsked_StopsThere() => Assert.Equal(
        [OtherLine], Choose(new AnswerOptions { MaxQuotes = 1 }, (OtherLine, 0.5), (First, 0.4)));

    [Fact]
    public void Choose_PartsOfAQuestion_QuotesTheBestOfEachFirst()
    {
        var found = Found((First, 0.9)) with { Parts = [Part(0.8, (OtherLine, 0.999), (First, 0.001)), Part(0.7, (Second, 0.999), (First, 0.001))] };

        Assert.Equal([OtherLine, Second, First], QuoteChooser.Choose(found, new AnswerOptions()).Select(q => q.Span));
    }

    // Each part is searched by itself and reads its articles anew.
    [Fact]
    public void Choose_PartAndWholeReadTheSameArticle_QuotesNoSentenceTwice()
    {
        var again = new Article(Text.Id, Text.Text.Value);
        var found = Found((First, 0.6), (Second, 0.3)) with
        {
            Parts = [new QuestionPart("Who left?", [new RankedSentence(again, First, 0.999)], 0.8)],
        };

        Assert.Equal([First, Second], QuoteChooser.Choose(found, new AnswerOptions()).Select(q => q.Span));
    }

    [Fact]
    public void Choose_PartThatTheArticlesDoNotCarry_HasNoQuote()
    {
        var found = Found((First, 0.9)) with { Parts = [Part(0.8, (First, 0.9)), Part(0.2, (OtherLine, 0.9))] };

        Assert.Equal([First], QuoteChooser.Choose(found, new AnswerOptions()).Select(q => q.Span));
    }

    [Fact]
    public void Choose_OneSentenceForAllParts_IsQuotedOnce()
    {
        var found = Found((First, 0.9)) with { Parts = [Part(0.8, (First, 0.9), (OtherLine, 0.1)), Part(0.8, (First, 0.9), (OtherLine, 0.1))] };

        Assert.Equal([First], QuoteChooser.Choose(found, new AnswerOptions()).Select(q => q.Span));
    }

    private static List<TextSpan> Choose(AnswerOptions options, params (TextSpan Span, double Score)[] ranked) =>
        [.. QuoteChooser.Choose(Found(ranked), options).Select(q => q.Span)];

    private static SearchResult Found(params (TextSpan Span, double Score)[] ranked) =>
        new() { Passages = [], Sentences = Ranked(ranked), Confidence = 1 };

    private static QuestionPart Part(double confidence, params (TextSpan Span, double Score)[] ranked) => new("?", Ranked(ranked), confidence);

    private static List<RankedSentence> Ranked(params (TextSpan Span, double Score)[] ranked) =>
        [.. ranked.Select(r => new RankedSentence(Text, r.Span, r.Score))];
}
