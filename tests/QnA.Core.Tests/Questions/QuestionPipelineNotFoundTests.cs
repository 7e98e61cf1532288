using QnA.Core.Answers;
using QnA.Core.Questions;

namespace QnA.Core.Tests.Questions;

/// <summary>The reasons for which a question has no answer.</summary>
public sealed class QuestionPipelineNotFoundTests : QuestionPipelineFixture
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public async Task AskAsync_EmptyQuestion_IsNotFoundWithoutSearching(string text) =>
        AssertNotFound(NotFoundKind.EmptyQuestion, await AskAsync(text));

    [Fact]
    public async Task AskAsync_QuestionTooLong_IsNotFoundWithoutSearchingAndSaysHowLong()
    {
        var answer = await AskAsync(new string('a', 101));

        AssertNotFound(NotFoundKind.QuestionTooLong, answer);
        Assert.Contains("101", answer.Why!.Message, StringComparison.Ordinal);
        Assert.Contains("100", answer.Why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_QuestionOfGreatestLength_IsSearched()
    {
        Found(Sentences("The bridge opened in May."));
        Drafts(Draft("The bridge opened in May."));

        Assert.Equal(AnswerStatus.Answered, (await AskAsync(new string('a', 100))).Status);
    }

    [Fact]
    public async Task AskAsync_NoArticles_IsNotFound()
    {
        Found(Sentences() with { ArticleCount = 0, HasContentWords = false });

        AssertNotFound(NotFoundKind.NoArticles, await AskAsync());
    }

    [Fact]
    public async Task AskAsync_NoContentWords_IsNotFound()
    {
        Found(Sentences() with { HasContentWords = false });

        AssertNotFound(NotFoundKind.NoContentWords, await AskAsync());
    }

    [Fact]
    public async Task AskAsync_NoMatch_IsNotFoundAndNamesTheMissingWords()
    {
        Found(Sentences() with { MissingWords = ["tunnel", "price"] });

        var answer = await AskAsync();

        AssertNotFound(NotFoundKind.NoMatch, answer);
        Assert.Equal(["tunnel", "price"], answer.Why!.MissingWords);
        Assert.Contains("“tunnel”, “price”", answer.Why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_ConfidenceTooLow_IsNotFoundWithMissingWordsAndNearestThatFit()
    {
        Options.MaxQuoteLength = 25;
        Found(Sentences("The ferry stopped in June.", "It cost 1.5 million.", "The bridge opened in May.") with
        {
            Confidence = 0.49,
            MissingWords = ["tunnel"],
        });

        var answer = await AskAsync();

        AssertNotFound(NotFoundKind.NotCloseEnough, answer);
        Assert.Equal(0.49, answer.Confidence);
        Assert.Equal(["tunnel"], answer.Why!.MissingWords);
        Assert.Contains("the word “tunnel”", answer.Why.Message, StringComparison.Ordinal);
        Assert.Equal(["It cost 1.5 million.", "The bridge opened in May."], answer.Why.Nearest.Select(n => n.Quote.Text));
        Assert.NotEmpty(answer.Retrieved);
    }

    [Fact]
    public async Task AskAsync_ConfidenceAtTheMinimum_IsAnswered()
    {
        Found(Sentences("The bridge opened in May.") with { Confidence = 0.5 });
        Drafts(Draft("The bridge opened in May."));

        Assert.Equal(AnswerStatus.Answered, (await AskAsync()).Status);
    }

    [Fact]
    public async Task AskAsync_EveryDraftIsRefused_IsNotFoundWithTheNearest()
    {
        Found(Sentences("The bridge opened in May.", "It cost 1.5 million.", "The ferry stopped in June."));
        Drafts(new DraftClaim("The bridge closed.", [Bridge.Draft("The bridge opened in May.")]));

        var answer = await AskAsync();

        AssertNotFound(NotFoundKind.NotVerified, answer);
        Assert.Single(answer.Refused);
        Assert.Equal(["The bridge opened in May.", "It cost 1.5 million."], answer.Why!.Nearest.Select(n => n.Quote.Text));
        Assert.Equal([1, 2], answer.Why.Nearest.Select(n => n.Number));
    }

    [Fact]
    public async Task AskAsync_OptionsChange_AreUsedByTheNextQuestion()
    {
        var pipeline = Pipeline();
        Found(Sentences("The bridge opened in May.") with { Confidence = 0.6 });
        Drafts(Draft("The bridge opened in May."));
        Assert.Equal(AnswerStatus.Answered, (await pipeline.AskAsync(new Question("When?"), Cancel)).Status);

        Options.MinimumConfidence = 0.7;

        AssertNotFound(NotFoundKind.NotCloseEnough, await pipeline.AskAsync(new Question("When?"), Cancel));
    }
}
