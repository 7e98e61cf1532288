using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Models.Calls;
using QnA.Models.Prompts;

namespace QnA.Models.Judging;

/// <summary>The second check of written sentences: a model says of each whether its quotes prove it.</summary>
/// <remarks>
/// It can only take away: a sentence that verification refuses is not judged, and one without a clear verdict is refused. Sentences are
/// judged side by side and given on in the order in which they were written. Safe for concurrent use.
/// </remarks>
internal sealed partial class JudgingAnswerer(
    IAnswerer inner, ModelChain models, PromptLibrary prompts, ClaimVerifier verifier, IOptionsMonitor<AnswerOptions> options, ILogger<JudgingAnswerer> logger) : IAnswerer
{
    // More than a model writes while one verdict is on its way; a server of one's own is not flooded.
    private const int MaxAhead = 6;

    /// <inheritdoc/>
    public string Model => inner.Model;

    /// <inheritdoc/>
    public IAsyncEnumerable<Draft> DraftAsync(StandaloneQuestion question, SearchResult found, CancellationToken cancellationToken)
    {
        var drafts = inner.DraftAsync(question, found, cancellationToken);
        return options.CurrentValue.CheckClaims ? JudgeAsync(drafts, question, cancellationToken) : drafts;
    }

    private async IAsyncEnumerable<Draft> JudgeAsync(
        IAsyncEnumerable<Draft> drafts, StandaloneQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = Channel.CreateBounded<Task<Draft>>(new BoundedChannelOptions(MaxAhead) { SingleReader = true, SingleWriter = true });
        var reading = ReadAheadAsync(drafts, question, ahead.Writer, stop.Token);
        try
        {
            await foreach (var judged in ahead.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return await judged.ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private async Task ReadAheadAsync(
        IAsyncEnumerable<Draft> drafts, StandaloneQuestion question, ChannelWriter<Task<Draft>> ahead, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var draft in drafts.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await ahead.WriteAsync(JudgeAsync(draft, question, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            ahead.Complete();
        }
        catch (Exception exception)
        {
            // Whoever reads the sentences gets what went wrong.
            ahead.Complete(exception);
        }
    }

    private async Task<Draft> JudgeAsync(Draft draft, StandaloneQuestion question, CancellationToken cancellationToken)
    {
        if (draft is DraftEnd)
        {
            return draft;
        }

        var claim = draft as CheckedClaim ?? verifier.Check((DraftClaim)draft, question);
        return claim.Verified is { } verified && !verified.Quotes.Any(q => q.Quote.Text == verified.Text)
            && await AskAsync(verified, cancellationToken).ConfigureAwait(false) is { } objection
                ? claim.Refuse(objection)
                : claim;
    }

    private async Task<RefusalReason?> AskAsync(VerifiedClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            var quotes = string.Join('\n', claim.Quotes.Select(Line));
            var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["quotes"] = quotes, ["claim"] = PromptText.Encode(claim.Text) };
            return Verdict.Read(await models.AskAsync(prompts.LoadCheckClaim(), variables, cancellationToken).ConfigureAwait(false));
        }
        catch (PromptException exception)
        {
            Log.PromptUnusable(logger, exception.Message);
            return RefusalReason.NotJudged;
        }
    }

    private static string Line(VerifiedQuote quote)
    {
        var published = quote.Article.Published is { } date ? $" published=\"{PromptText.Encode(date.ToString())}\"" : "";
        return $"<quote title=\"{PromptText.Encode(quote.Article.Title).Replace('"', '\'')}\"{published}>{PromptText.Encode(quote.Quote.Text)}</quote>";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Sentences cannot be judged and are refused: {Reason}")]
        public static partial void PromptUnusable(ILogger logger, string reason);
    }
}
