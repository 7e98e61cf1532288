using System.Collections.Concurrent;
using System.Diagnostics;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Tests.Questions;

namespace QnA.Core.Tests.Telemetry;

public sealed class QuestionTelemetryTests : QuestionPipelineFixture, IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = [];
    private readonly Activity _test = new Activity("test").Start();
    private readonly ActivityListener _listener;
    private readonly List<string> _measured = [];

    public QuestionTelemetryTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "QnA",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == _test.TraceId ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public async Task Ask_Answered_TracesEachStepUnderTheQuestion()
    {
        Found(Sentences("The bridge opened in May."));
        Drafts(Draft("The bridge opened in May."), new DraftClaim("The ferry sank.", []));

        await AskAsync();

        Assert.Equal(["rewrite", "search", "verify", "verify", "question"], _activities.Select(a => a.OperationName));
        var question = _activities.Last();
        Assert.Equal(_test.SpanId, question.ParentSpanId);
        Assert.All(_activities.SkipLast(1), step => Assert.Equal(question.SpanId, step.ParentSpanId));
        Assert.Equal(
            ["qna.confidence=0.9", "qna.model=test-model", "qna.passages=1", "qna.status=answered"],
            question.TagObjects.Select(tag => FormattableString.Invariant($"{tag.Key}={tag.Value}")).Order(StringComparer.Ordinal));
        Assert.Equal(["True", "False"], _activities.Where(a => a.OperationName == "verify").Select(a => a.GetTagItem("qna.verified")!.ToString()));
    }

    [Fact]
    public async Task Ask_Answered_MeasuresOutcomeClaimsAndDurations()
    {
        using var listener = Meters.Listen(_measured);
        Found(Sentences("The bridge opened in May."));
        Drafts(Draft("The bridge opened in May."), new DraftClaim("The ferry sank.", []));

        await AskAsync();

        Assert.Equal(
            [
                "qna.claims.refused qna.refusal.reason=no_support: 1",
                "qna.claims.verified: 1",
                "qna.first_claim.duration in s",
                "qna.question.duration qna.status=answered in s",
                "qna.questions qna.status=answered: 1",
                "qna.step.duration qna.step=rewrite in s",
                "qna.step.duration qna.step=search in s",
            ],
            _measured.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ask_NothingFound_MeasuresWhy()
    {
        using var listener = Meters.Listen(_measured);
        Found(Sentences() with { ArticleCount = 0 });

        await AskAsync();

        Assert.Contains("qna.questions qna.status=not_found qna.not_found.reason=no_articles: 1", _measured);
    }

    [Fact]
    public async Task Ask_SearchFails_MarksTheSpansByTheTypeOfTheError()
    {
        using var listener = Meters.Listen(_measured);
        Search.Setup(s => s.SearchAsync(Moq.It.IsAny<StandaloneQuestion>(), Moq.It.IsAny<CancellationToken>()))
            .Returns(() => ValueTask.FromException<Core.Retrieval.SearchResult>(new IOException("secret words")));

        await AskAsync();

        var failed = _activities.Where(a => a.OperationName is "search" or "question").ToList();
        Assert.Equal(2, failed.Count);
        Assert.All(failed, activity =>
        {
            Assert.Equal(ActivityStatusCode.Error, activity.Status);
            Assert.Equal("System.IO.IOException", activity.GetTagItem("error.type"));
        });
        Assert.Contains("qna.step.duration qna.step=search error.type=System.IO.IOException in s", _measured);
        Assert.Contains("qna.questions qna.status=error: 1", _measured);
    }

    [Fact]
    public async Task Stream_LeftBeforeTheEnd_CountsAsCancelled()
    {
        using var listener = Meters.Listen(_measured);
        Found(Sentences("The bridge opened in May."));
        Drafts(Draft("The bridge opened in May."), Draft("The ferry stopped in June."));

        await foreach (var update in Pipeline().StreamAsync(new Question("When did the bridge open?"), Cancel))
        {
            Assert.IsType<ClaimVerified>(update);
            break;
        }

        Assert.Contains("qna.questions qna.status=cancelled: 1", _measured);
        Assert.Equal("cancelled", _activities.Last().GetTagItem("qna.status"));
    }

    [Fact]
    public async Task Ask_Anything_PutsNobodysWordsIntoATag()
    {
        using var listener = Meters.Listen(_measured);
        Found(Sentences("The bridge opened in May."));
        Drafts(Draft("The bridge opened in May."), new DraftClaim("The ferry sank.", []));

        await AskAsync("When did the bridge open?");

        var told = string.Join('\n', _activities.SelectMany(a => a.TagObjects.Select(t => $"{t.Value}").Append(a.DisplayName).Append(a.StatusDescription)).Concat(_measured));
        Assert.DoesNotContain("bridge", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ferry", told, StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
        Meters.Dispose();
    }
}
