using System.Runtime.CompilerServices;
using Moq;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Conflicts;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Verification;

namespace QnA.Core.Tests.Questions;

/// <summary>What a question's path gives where it leads to an answer.</summary>
public sealed class QuestionPipelineTests : QuestionPipelineFixture
{
    [Fact]
    public async Task StreamAsync_VerifiedClaims_GoOutInOrderAndAreExactlyThoseOfTheAnswer()
    {
        Found(Sentences("The bridge opened in May.", "It cost 1.5 million."));
        Drafts(Draft("The bridge opened in May."), Draft("It cost 1.5 million."));

        var updates = await StreamAsync();

        var sent = updates[..^1].Select(update => Assert.IsType<ClaimVerified>(update).Claim).ToList();
        var answer = Assert.IsType<AnswerCompleted>(updates[^1]).Answer;
        Assert.Equal(["The bridge opened in May.", "It cost 1.5 million."], sent.Select(claim => claim.Text));
        Assert.Equal(sent, answer.Claims);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Equal("The bridge opened in May. [1]\n\nIt cost 1.5 million. [2]", answer.Text);
        Assert.Equal([1, 2], answer.Citations.Select(citation => citation.Number));
        Assert.Equal(sent.SelectMany(claim => claim.Citations), answer.Citations);
        Assert.Null(answer.Why);
        Assert.Empty(answer.Refused);
        Assert.Equal("test-model", answer.Model);
    }

    [Fact]
    public async Task StreamAsync_SentencesWithValues_AreAConflict()
    {
        Found(Sentences("The bridge opened in May.", "The ferry stopped in June."));
        Drafts(
            Draft("The bridge opened in May.") with { Side = new ConflictSide("May") },
            Draft("The ferry stopped in June.") with { Side = new ConflictSide("June", IsCorrection: true) });

        var answer = Assert.IsType<AnswerCompleted>((await StreamAsync())[^1]).Answer;

        Assert.Equal(AnswerStatus.Conflict, answer.Status);
        Assert.Equal([new ConflictSide("May"), new ConflictSide("June", IsCorrection: true)], answer.Claims.Select(claim => claim.Side));
    }

    [Fact]
    public async Task StreamAsync_ValueThatNoQuoteHas_IsDropped()
    {
        Found(Sentences("The bridge opened in May.", "The ferry stopped in June."));
        Drafts(
            Draft("The bridge opened in May.") with { Side = new ConflictSide("May") },
            Draft("The ferry stopped in June.") with { Side = new ConflictSide("July") });

        var answer = Assert.IsType<AnswerCompleted>((await StreamAsync())[^1]).Answer;

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.Null(answer.Claims[1].Side);
    }

    [Fact]
    public async Task StreamAsync_QuotesOfTwoArticlesThatContradict_AreAConflict()
    {
        var one = new Article("x", "The hall by the river holds 200 guests.");
        var other = new Article("y", "The hall by the river holds 300 guests.");
        Found(Sentences("The bridge opened in May."));
        Drafts(new DraftClaim(null, [new DraftQuote(one, one.Text.Span)]), new DraftClaim(null, [new DraftQuote(other, other.Text.Span)]));

        var answer = Assert.IsType<AnswerCompleted>((await StreamAsync())[^1]).Answer;

        Assert.Equal(AnswerStatus.Conflict, answer.Status);
    }

    [Fact]
    public async Task StreamAsync_ClaimVerified_GoesOutBeforeTheNextIsDrafted()
    {
        Found(Sentences("The bridge opened in May."));
        var drafted = 0;
        Answerer.Setup(a => a.DraftAsync(It.IsAny<StandaloneQuestion>(), It.IsAny<SearchResult>(), It.IsAny<CancellationToken>()))
            .Returns(Counted());

        await using var updates = Pipeline().StreamAsync(new Question("When?"), Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await updates.MoveNextAsync());

        Assert.IsType<ClaimVerified>(updates.Current);
        Assert.Equal(1, drafted);

        async IAsyncEnumerable<DraftClaim> Counted()
        {
            await Task.CompletedTask;
            drafted++;
            yield return Draft("The bridge opened in May.");
            drafted++;
            yield return Draft("It cost 1.5 million.");
        }
    }

    [Fact]
    public async Task StreamAsync_SameQuoteTwice_HasOneNumber()
    {
        Found(Sentences("The bridge opened in May."));
        Drafts(
            new DraftClaim("The bridge opened", [Bridge.Draft("The bridge opened in May.")]),
            new DraftClaim("opened in May", [Bridge.Draft("It cost 1.5 million."), Bridge.Draft("The bridge opened in May.")]));

        var answer = await AskAsync();

        Assert.Equal("The bridge opened [1]\n\nopened in May [2][1]", answer.Text);
        Assert.Equal(["The bridge opened in May.", "It cost 1.5 million."], answer.Citations.Select(citation => citation.Quote.Text));
    }

    [Fact]
    public async Task AskAsync_RefusedDrafts_AreRecordedAndNotShown()
    {
        Found(Sentences("The bridge opened in May."));
        var invented = new DraftClaim("The bridge closed in May.", [Bridge.Draft("The bridge opened in May.")]);
        var baseless = new DraftClaim("The bridge is long.", []);
        Drafts(invented, Draft("The bridge opened in May."), baseless);

        var answer = await AskAsync();

        Assert.Equal("The bridge opened in May. [1]", answer.Text);
        Assert.Equal(
            [new RefusedClaim(invented, RefusalReason.OppositeSaid), new RefusedClaim(baseless, RefusalReason.NoSupport)], answer.Refused);
    }

    [Fact]
    public async Task AskAsync_Rewritten_SearchesAndDraftsForTheStandaloneQuestion()
    {
        var standalone = new StandaloneQuestion("When did the bridge open?") { Context = "bridge" };
        var question = new Question("When?") { History = [new ConversationTurn(Speaker.User, "Is there a bridge?")] };
        Rewriter.Setup(r => r.RewriteAsync(question, Cancel)).ReturnsAsync(standalone);
        var found = Sentences("The bridge opened in May.");
        Search.Setup(s => s.SearchAsync(standalone, Cancel)).ReturnsAsync(found);
        Answerer.Setup(a => a.DraftAsync(standalone, found, Cancel)).Returns(Stream(Draft("The bridge opened in May.")));

        var answer = await Pipeline().AskAsync(question, Cancel);

        Assert.Same(question, answer.Question);
        Assert.Equal(standalone, answer.Standalone);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
    }

    [Fact]
    public async Task AskAsync_StepsTakeTime_TimingsSayHowMuch()
    {
        Rewriter.Setup(r => r.RewriteAsync(It.IsAny<Question>(), It.IsAny<CancellationToken>())).Returns((Question question, CancellationToken _) =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(10));
            return ValueTask.FromResult(new StandaloneQuestion(question.Text));
        });
        Search.Setup(s => s.SearchAsync(It.IsAny<StandaloneQuestion>(), It.IsAny<CancellationToken>())).Returns(() =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(200));
            return ValueTask.FromResult(Sentences("The bridge opened in May."));
        });
        Answers(Slowly);

        var answer = await AskAsync();

        Assert.Equal(
            new AnswerTimings(
                TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(3210), TimeSpan.FromMilliseconds(7210)),
            answer.Timings);
        Assert.Equal(new DateTimeOffset(2024, 1, 2, 3, 4, 12, 210, TimeSpan.Zero), answer.AnsweredAt);

        async IAsyncEnumerable<DraftClaim> Slowly([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            Time.Advance(TimeSpan.FromSeconds(3));
            yield return Draft("The bridge opened in May.");
            Time.Advance(TimeSpan.FromSeconds(4));
            yield return Draft("It cost 1.5 million.");
        }
    }
}
