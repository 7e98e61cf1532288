using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Verification;
using QnA.Models.Calls;
using QnA.Models.Prompts;

namespace QnA.Models.Judging;

/// <summary>The second check of written sentences: a model says of each whether its quotes prove it.</summary>
/// <remarks>
/// It can only take away: a sentence that verification refuses is not judged, and one without a clear verdict is refused. Sentences are
/// judged side by side and given on in the order in which they were written. Safe for concurrent use.
/// </remarks>
internal sealed partial class ClaimJudge(ModelChain models, PromptLibrary prompts, ClaimVerifier verifier, ILogger<ClaimJudge> logger)
{
    // More than a model writes while one verdict is on its way; a server of one's own is not flooded.
    private const int MaxAhead = 6;

    /// <summary>Judges sentences while they are written.</summary>
    /// <param name="claims">The sentences.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The same sentences in the same order; with an objection those that were not judged proven.</returns>
    public async IAsyncEnumerable<DraftClaim> JudgeAsync(
        IAsyncEnumerable<DraftClaim> claims, StandaloneQuestion question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = Channel.CreateBounded<Task<DraftClaim>>(new BoundedChannelOptions(MaxAhead) { SingleReader = true, SingleWriter = true });
        var reading = ReadAheadAsync(claims, question, ahead.Writer, stop.Token);
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
        IAsyncEnumerable<DraftClaim> claims, StandaloneQuestion question, ChannelWriter<Task<DraftClaim>> ahead, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var claim in claims.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                await ahead.WriteAsync(JudgeAsync(claim, question, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            ahead.Complete();
        }
        catch (Exception exception)
        {
            // Whoever reads the sentences gets what went wrong.
            ahead.Complete(exception);
        }
    }

    private async Task<DraftClaim> JudgeAsync(DraftClaim claim, StandaloneQuestion question, CancellationToken cancellationToken)
    {
        if (!verifier.TryVerify(claim, question, out var verified, out _) || verified.Quotes.Any(q => q.Quote.Text == verified.Text))
        {
            return claim;
        }

        var verdict = await AskAsync(verified, cancellationToken).ConfigureAwait(false);
        return verdict is { } objection ? claim with { Objection = objection } : claim;
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
