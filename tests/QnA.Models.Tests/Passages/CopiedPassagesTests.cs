using QnA.Core.Articles;
using QnA.Core.Retrieval;
using QnA.Models.Passages;
using QnA.Models.Tests.Doubles;
using QnA.Text;

namespace QnA.Models.Tests.Passages;

/// <summary>What a prompt shows where several articles print one text.</summary>
public sealed class CopiedPassagesTests
{
    private const int MaxSentenceLength = 400;

    private static readonly string[] Report =
    [
        "The ferry made its last crossing of the season on Sunday.",
        "It had 340 passengers on board.",
        "The crew goes to the yard in Ostrey for the winter.",
    ];

    private static readonly string[] Other = ["The harbour trust wants to build a bridge.", "It would cost 12 million crowns."];

    [Fact]
    public void Of_Copies_AreShownOnceAndLeaveTheirTokensToOtherText()
    {
        var (first, second, third, other) = (Of("a", Report), Of("b", Report), Of("c", Report), Of("other", Other));
        var copies = new ArticleCopies([(first, second), (second, third)]);
        const int Enough = 120;

        var alike = NumberedPassages.Of(Found(copies, first, second, third, other), MaxSentenceLength, Enough, new LengthCounter());
        var each = NumberedPassages.Of(Found(ArticleCopies.None, first, second, third, other), MaxSentenceLength, Enough, new LengthCounter());

        Assert.Equal(Report.Length + Other.Length, alike.Count);
        Assert.Contains(Other[1], alike.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Other[0], each.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CopyThatSaysAnotherNumber_ShowsThatSentenceToo()
    {
        var (first, second) = (Of("a", Report), Of("b", "The “ferry” made its last crossing of the season on Sunday.", "It had 430 passengers on board.", Report[2]));

        var passages = NumberedPassages.Of(Found(new ArticleCopies([(first, second)]), first, second), MaxSentenceLength, 10_000, new LengthCounter());

        Assert.Equal(Report.Length + 1, passages.Count);
        Assert.Contains("[2.1] It had 430 passengers on board.", passages.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Copies_ShowsTheOneThatIsCited()
    {
        var (first, second, other) = (Of("a", Report), Of("b", Report), Of("other", Other));
        var found = Found(new ArticleCopies([(first, second)]), first, other, second) with
        {
            Sentences = [new RankedSentence(second, SpansOf(Report)[1], 1)],
        };

        var passages = NumberedPassages.Of(found, MaxSentenceLength, 10_000, new LengthCounter());

        Assert.StartsWith("<passage id=\"1\" title=\"b\">", passages.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("title=\"a\"", passages.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SameSentenceTwiceInOneArticle_ShowsBoth()
    {
        var (first, second) = (Of("a", [.. Report, Report[1]]), Of("b", Report));

        var passages = NumberedPassages.Of(Found(new ArticleCopies([(first, second)]), first, second), MaxSentenceLength, 10_000, new LengthCounter());

        Assert.Equal(Report.Length + 1, passages.Count);
    }

    private static Article Of(string id, params string[] sentences) => new(id, string.Join(' ', sentences)) { Title = id };

    private static SearchResult Found(ArticleCopies copies, params Article[] articles) => new()
    {
        Passages = [.. articles.Select(article => new RetrievedPassage(article, new Passage(article.Id, article.Text.Span, SpansOf(article)), 1))],
        Sentences = [],
        Confidence = 1,
        ArticleCount = articles.Length,
        Copies = copies,
    };

    private static List<TextSpan> SpansOf(Article article) => SpansOf(article.Text.Value.Replace(". ", ".\n", StringComparison.Ordinal).Split('\n'));

    private static List<TextSpan> SpansOf(string[] sentences)
    {
        List<TextSpan> spans = [];
        var start = 0;
        foreach (var sentence in sentences)
        {
            spans.Add(new TextSpan(start, start + sentence.Length));
            start += sentence.Length + 1;
        }

        return spans;
    }
}
