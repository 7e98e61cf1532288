using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Ingestion;
using QnA.Core.Retrieval;
using QnA.Core.Telemetry;
using QnA.Core.Usage;
using QnA.Core.Verification;

namespace QnA.Core.Questions;

/// <summary>
/// The path of a question: rewrite, search, draft, verify, compose. It streams: a sentence goes out as soon as its quotes are
/// verified, and nothing that went out is taken back.
/// </summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed partial class QuestionPipeline
{
    private const string ErrorText = "Something went wrong while answering. The question was fine; please ask it again.";

    // Asking again helps nobody here; the path and the details are for the log alone.
    private const string DamageText =
        "What I keep of the articles is damaged, so I cannot answer from it now. Whoever runs me can mend it with: qna index check --repair";

    // How many near misses are worth reading when there is no answer.
    private const int NearestShown = 2;

    private readonly IQuestionRewriter _rewriter;
    private readonly IPassageSearch _search;
    private readonly IAnswerer _answerer;
    private readonly ClaimVerifier _verifier;
    private readonly IOptionsMonitor<AnswerOptions> _options;
    private readonly QnATelemetry _telemetry;
    private readonly UsageMeter _usage;
    private readonly TimeProvider _time;
    private readonly ILogger<QuestionPipeline> _logger;

    /// <summary>Creates a pipeline.</summary>
    public QuestionPipeline(
        IQuestionRewriter rewriter,
        IPassageSearch search,
        IAnswerer answerer,
        ClaimVerifier verifier,
        IOptionsMonitor<AnswerOptions> options,
        QnATelemetry telemetry,
        UsageMeter usage,
        TimeProvider time,
        ILogger<QuestionPipeline> logger)
    {
        _rewriter = rewriter;
        _search = search;
        _answerer = answerer;
        _verifier = verifier;
        _options = options;
        _telemetry = telemetry;
        _usage = usage;
        _time = time;
        _logger = logger;
    }

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The answer; a failure of search or model is an answer with status <see cref="AnswerStatus.Error"/>, never an exception.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public async Task<Answer> AskAsync(Question question, CancellationToken cancellationToken)
    {
        await foreach (var update in StreamAsync(question, cancellationToken).ConfigureAwait(false))
        {
            if (update is AnswerCompleted completed)
            {
                return completed.Answer;
            }
        }

        throw new InvalidOperationException("The stream of an answer ended without the answer.");
    }

    /// <summary>Answers a question sentence by sentence.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Verified sentences as they come, then the whole answer.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public async IAsyncEnumerable<AnswerUpdate> StreamAsync(
        Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        using var trace = new QuestionTrace(_telemetry, _usage);
        var run = new Run(question, _answerer.Model, trace.Usage, _time);
        var updates = AnswerAsync(run, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (updates.ConfigureAwait(false))
        {
            while (true)
            {
                AnswerUpdate? update;
                try
                {
                    trace.Enter();
                    update = await updates.MoveNextAsync().ConfigureAwait(false) ? updates.Current : null;
                }
                catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    // A port that is stopped may fail in its own way, such as a connection that closes.
                    cancellationToken.ThrowIfCancellationRequested();
                    Log.Failed(_logger, exception);
                    trace.Fail(exception);
                    update = new AnswerCompleted(run.Fail(exception is ArticleStoreException { IsDamage: true } ? DamageText : ErrorText));
                }

                if (update is null)
                {
                    yield break;
                }

                if (update is AnswerCompleted completed)
                {
                    trace.End(completed.Answer);
                    yield return update;
                    yield break;
                }

                yield return update;
            }
        }
    }

    private async IAsyncEnumerable<AnswerUpdate> AnswerAsync(Run run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var options = _options.CurrentValue;
        var text = run.Question.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new AnswerCompleted(run.NotFound(NotFoundReason.EmptyQuestion()));
            yield break;
        }

        if (text.Length > options.MaxQuestionLength)
        {
            yield return new AnswerCompleted(run.NotFound(NotFoundReason.QuestionTooLong(text.Length, options.MaxQuestionLength)));
            yield break;
        }

        run.Rewritten(await _telemetry.RunStepAsync(
            TelemetryNames.Rewrite, () => _rewriter.RewriteAsync(run.Question, cancellationToken)).ConfigureAwait(false));
        var found = await _telemetry.RunStepAsync(
            TelemetryNames.Search, () => _search.SearchAsync(run.Standalone, cancellationToken)).ConfigureAwait(false);
        run.Searched(found);
        if (WhyNotAnswerable(found, run.Standalone.Filter, options) is { } reason)
        {
            yield return new AnswerCompleted(await ExplainFilterAsync(run.NotFound(reason), found, options, cancellationToken).ConfigureAwait(false));
            yield break;
        }

        await foreach (var draft in _answerer.DraftAsync(run.Standalone, found, cancellationToken).ConfigureAwait(false))
        {
            if (draft is DraftEnd end)
            {
                run.Ended(end);
            }
            else if (Verify(draft, run) is { } verified)
            {
                yield return new ClaimVerified(run.Verified(verified));
            }
        }

        var answer = run.Complete(() => Nearest(found, options));
        yield return new AnswerCompleted(await ExplainFilterAsync(answer, found, options, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<Answer> ExplainFilterAsync(Answer answer, SearchResult found, AnswerOptions options, CancellationToken cancellationToken)
    {
        var filter = answer.Standalone.Filter;
        if (filter.IsEmpty || answer.Why is not { } why || !found.HasContentWords || found.UnfilteredCount == 0)
        {
            return answer;
        }

        var everything = await _search.SearchAsync(answer.Standalone with { Filter = ArticleFilter.None }, cancellationToken).ConfigureAwait(false);
        var foundWithout = WhyNotAnswerable(everything, ArticleFilter.None, options) is null;
        return answer with { Why = why.Within(new FilterEffect(filter, found.ArticleCount, found.UnfilteredCount, foundWithout)) };
    }

    private VerifiedClaim? Verify(Draft draft, Run run)
    {
        using var verification = _telemetry.Start(TelemetryNames.Verify);
        var claim = draft switch
        {
            CheckedClaim known when known.Question == run.Standalone => known,
            CheckedClaim other => _verifier.Check(other.Draft, run.Standalone),
            DraftClaim drafted => _verifier.Check(drafted, run.Standalone),
            _ => throw new InvalidOperationException($"{draft.GetType().Name} is no step of a draft."),
        };
        if (claim.Verified is { } verified)
        {
            _telemetry.Verified(verification);
            return verified;
        }

        var reason = claim.Reason!.Value;
        _telemetry.Refused(verification, reason);
        Log.Refused(_logger, reason);
        run.Refused(new RefusedClaim(claim.Draft, reason));
        return null;
    }

    private static NotFoundReason? WhyNotAnswerable(SearchResult found, ArticleFilter filter, AnswerOptions options) => found switch
    {
        { UnfilteredCount: 0 } => NotFoundReason.NoArticles(),
        { HasContentWords: false } => NotFoundReason.NoContentWords(),
        { ArticleCount: 0 } => NotFoundReason.NothingPassesFilter(filter),
        { Sentences.Count: 0 } => NotFoundReason.NoMatch(found.MissingWords),
        _ when found.Confidence < options.MinimumConfidence =>
            NotFoundReason.NotCloseEnough(found.MissingWords, Nearest(found, options)),
        _ => null,
    };

    private static List<Citation> Nearest(SearchResult found, AnswerOptions options)
    {
        var nearest = new List<Citation>(NearestShown);
        foreach (var (article, span, _) in found.Sentences)
        {
            if (nearest.Count < NearestShown && span.Length <= options.MaxQuoteLength && article.Text.TryCut(span, out var quote))
            {
                nearest.Add(Citation.Of(nearest.Count + 1, quote, article, found.Copies));
            }
        }

        return nearest;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Answering a question failed")]
        public static partial void Failed(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A drafted sentence was refused: {Reason}")]
        public static partial void Refused(ILogger logger, RefusalReason reason);
    }
}
