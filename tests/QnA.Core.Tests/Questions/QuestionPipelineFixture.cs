using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Telemetry;
using QnA.Core.Tests.Telemetry;
using QnA.Core.Usage;
using QnA.Core.Verification;

namespace QnA.Core.Tests.Questions;

/// <summary>A pipeline between doubles of its ports, which throw on a call that no test set up.</summary>
public abstract class QuestionPipelineFixture
{
    private protected static Article Bridge { get; } = new("a", "The bridge opened in May. It cost 1.5 million. The ferry stopped in June.")
    {
        Title = "The bridge",
        Url = "https://example.org/bridge",
    };

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private protected Mock<IQuestionRewriter> Rewriter { get; } = new(MockBehavior.Strict);
    private protected Mock<IPassageSearch> Search { get; } = new(MockBehavior.Strict);
    private protected Mock<IAnswerer> Answerer { get; } = new(MockBehavior.Strict);
    private protected AnswerOptions Options { get; } = new() { MinimumConfidence = 0.5, MaxQuoteLength = 60, MaxQuestionLength = 100 };

    protected QuestionPipelineFixture()
    {
        Answerer.Setup(a => a.Model).Returns("test-model");
        Rewriter.Setup(r => r.RewriteAsync(It.IsAny<Question>(), It.IsAny<CancellationToken>()))
            .Returns((Question question, CancellationToken _) => ValueTask.FromResult(new StandaloneQuestion(question.Text)));
    }

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected static DraftClaim Draft(string words) => new(null, [Bridge.Draft(words)]);

    private protected static SearchResult Sentences(params string[] sentences) => new()
    {
        Passages = [new RetrievedPassage(Bridge, new Passage("a", Bridge.Text.Span, [Bridge.Text.Span]), 1.5)],
        Sentences = [.. sentences.Select(words => new RankedSentence(Bridge, Bridge.SpanOf(words), 1))],
        Confidence = 0.9,
        ArticleCount = 1,
    };

    private protected static async IAsyncEnumerable<DraftClaim> Stream(params DraftClaim[] drafts)
    {
        foreach (var draft in drafts)
        {
            await Task.CompletedTask;
            yield return draft;
        }
    }

    private protected static void AssertNotFound(NotFoundKind kind, Answer answer)
    {
        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Equal(kind, answer.Why?.Kind);
        Assert.NotEmpty(answer.Why!.Message);
        Assert.NotEmpty(answer.Text);
        Assert.Empty(answer.Claims);
        Assert.Empty(answer.Citations);
    }

    private protected static void AssertError(Answer answer)
    {
        Assert.Equal(AnswerStatus.Error, answer.Status);
        Assert.NotEmpty(answer.Text);
        Assert.Null(answer.Why);
    }

    private protected void Found(SearchResult found) =>
        Search.Setup(s => s.SearchAsync(It.IsAny<StandaloneQuestion>(), It.IsAny<CancellationToken>())).ReturnsAsync(found);

    private protected void Drafts(params DraftClaim[] drafts) => Answers(_ => Stream(drafts));

    private protected void Answers(Func<CancellationToken, IAsyncEnumerable<DraftClaim>> answers) =>
        Answerer.Setup(a => a.DraftAsync(It.IsAny<StandaloneQuestion>(), It.IsAny<SearchResult>(), It.IsAny<CancellationToken>()))
            .Returns((StandaloneQuestion _, SearchResult _, CancellationToken cancellationToken) => answers(cancellationToken));

    private protected TestMeters Meters { get; } = new();

    private protected QuestionPipeline Pipeline() => new(
        Rewriter.Object,
        Search.Object,
        Answerer.Object,
        new ClaimVerifier(new FixedOptions(Options)),
        new FixedOptions(Options),
        new QnATelemetry(Meters, Time),
        new UsageMeter(),
        Time,
        NullLogger<QuestionPipeline>.Instance);

    private protected Task<Answer> AskAsync(string text = "When did the bridge open?") => Pipeline().AskAsync(new Question(text), Cancel);

    private protected async Task<List<AnswerUpdate>> StreamAsync()
    {
        var updates = new List<AnswerUpdate>();
        await foreach (var update in Pipeline().StreamAsync(new Question("When did the bridge open?"), Cancel))
        {
            updates.Add(update);
        }

        return updates;
    }
}
