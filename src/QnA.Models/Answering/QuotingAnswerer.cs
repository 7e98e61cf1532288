using System.Runtime.CompilerServices;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Retrieval;
using QnA.Core.Verification;
using QnA.Text;

namespace QnA.Models.Answering;

/// <summary>Lets the best quotes follow what was written, where that broke off or most of it is not carried by the articles.</summary>
/// <remarks>Nothing that was sent is taken back: the sentences that were verified stay. Safe for concurrent use.</remarks>
internal sealed class QuotingAnswerer(IAnswerer writer, IAnswerer quotes, ClaimVerifier verifier) : IAnswerer
{
    /// <inheritdoc/>
    public string Model => writer.Model;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Draft> DraftAsync(
        StandaloneQuestion question, SearchResult found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (end, drafted, kept) = (new DraftEnd(Model), 0, 0);
        var quoted = new HashSet<(string Article, TextSpan Span)>();
        await foreach (var draft in writer.DraftAsync(question, found, cancellationToken).ConfigureAwait(false))
        {
            if (draft is DraftEnd written)
            {
                end = written;
                continue;
            }

            var claim = draft as CheckedClaim ?? verifier.Check((DraftClaim)draft, question);
            drafted++;
            if (claim.Verified is not null)
            {
                kept++;
                quoted.UnionWith(claim.Draft.Support.Select(PlaceOf));
            }

            yield return claim;
        }

        // Half of what was drafted: an answer of which more was wrong than right needs the quotes beside it.
        if (end.SaysNotFound || (!end.IsCutShort && kept > 0 && kept * 2 >= drafted))
        {
            yield return end;
            yield break;
        }

        var hasSoughtConflicts = false;
        await foreach (var draft in quotes.DraftAsync(question, found, cancellationToken).ConfigureAwait(false))
        {
            if (draft is DraftEnd chosen)
            {
                hasSoughtConflicts = kept == 0 && chosen.HasSoughtConflicts;
            }
            else if (!((draft as CheckedClaim)?.Draft ?? (DraftClaim)draft).Support.Select(PlaceOf).Any(quoted.Contains))
            {
                yield return draft;
            }
        }

        yield return new DraftEnd(NameOf(end, kept)) { PromptVersion = kept > 0 ? end.PromptVersion : null, HasSoughtConflicts = hasSoughtConflicts };
    }

    private static (string Article, TextSpan Span) PlaceOf(DraftQuote quote) => (quote.Article.Id, quote.Span);

    private string NameOf(DraftEnd end, int kept)
    {
        if (kept > 0)
        {
            return $"{end.Model} and {quotes.Model}";
        }

        return end.IsCutShort ? $"{quotes.Model} ({Model} unavailable)" : $"{quotes.Model} ({end.Model} not verified)";
    }
}
