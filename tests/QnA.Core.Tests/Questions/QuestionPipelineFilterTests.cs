using Moq;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Receipts;
using QnA.Core.Retrieval;

namespace QnA.Core.Tests.Questions;

/// <summary>Questions about some of the articles.</summary>
public sealed class QuestionPipelineFilterTests : QuestionPipelineFixture
{
    private static readonly ArticleFilter Sport = new() { Tags = ["sport"] };

    private static readonly SearchResult Nothing = new() { Passages = [], Sentences = [], Confidence = 0, ArticleCount = 3, UnfilteredCount = 120 };

    [Fact]
    public async Task AskAsync_Filter_ReachesTheSearchAndTheReceiptWhateverTheRewriterGives()
    {
        Filtered(Sentences("The bridge opened in May."));
        Drafts(Draft("The bridge opened in May."));

        var answer = await AskAsync();

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal(["sport"], Receipt.From(answer, id: null).Filter?.Tags);
        Assert.Contains("\"filter\":{\"tags\":[\"sport\"]}", Receipt.From(answer, id: null).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_NoFilter_IsNotInTheReceipt()
    {
        Found(Sentences("The bridge opened in May."));
        Drafts(Draft("The bridge opened in May."));

        Assert.DoesNotContain("filter", Receipt.From(await base.AskAsync(), id: null).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "3 of 120 articles pass the filter in:sport. Without the filter something is found: ask again without it.")]
    [InlineData(false, "3 of 120 articles pass the filter in:sport. Without the filter nothing is found either.")]
    public async Task AskAsync_NothingFoundWithFilter_SaysWhetherTheFilterIsTheReason(bool foundWithout, string expected)
    {
        Filtered(Nothing);
        Search.Setup(s => s.SearchAsync(It.Is<StandaloneQuestion>(q => q.Filter.IsEmpty), It.IsAny<CancellationToken>()))
            .ReturnsAsync(foundWithout ? Sentences("The bridge opened in May.") : Nothing);

        var answer = await AskAsync();

        AssertNotFound(NotFoundKind.NoMatch, answer);
        Assert.EndsWith(expected, answer.Why!.Message, StringComparison.Ordinal);
        Assert.Equal(new FilterEffect(Sport, 3, 120, foundWithout), answer.Why.Filter);
    }

    [Fact]
    public async Task AskAsync_NoArticlePassesFilter_SaysSo()
    {
        Filtered(Nothing with { ArticleCount = 0 });
        Search.Setup(s => s.SearchAsync(It.Is<StandaloneQuestion>(q => q.Filter.IsEmpty), It.IsAny<CancellationToken>())).ReturnsAsync(Nothing);

        var answer = await AskAsync();

        AssertNotFound(NotFoundKind.NothingPassesFilter, answer);
        Assert.StartsWith("No article passes the filter in:sport.", answer.Why!.Message, StringComparison.Ordinal);
    }

    private Task<Answer> AskAsync() => Pipeline().AskAsync(new Question("When did the bridge open?") { Filter = Sport }, Cancel);

    private void Filtered(SearchResult found) =>
        Search.Setup(s => s.SearchAsync(It.Is<StandaloneQuestion>(q => q.Filter.Equals(Sport)), It.IsAny<CancellationToken>())).ReturnsAsync(found);
}
