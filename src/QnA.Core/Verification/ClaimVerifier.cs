using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Articles;

namespace QnA.Core.Verification;

/// <summary>The fourth step of a question's path: lets through only what real quotes carry.</summary>
/// <remarks>Fails closed: what cannot be shown to be in the articles is refused. Safe for concurrent use.</remarks>
public sealed class ClaimVerifier
{
    private readonly IOptionsMonitor<AnswerOptions> _options;

    /// <summary>Creates a verifier.</summary>
    /// <param name="options">Says how long a quote may be.</param>
    public ClaimVerifier(IOptionsMonitor<AnswerOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Cuts the quotes of a drafted sentence and checks that they carry it.</summary>
    /// <param name="draft">What was drafted.</param>
    /// <param name="verified">The sentence with its quotes, where it passed.</param>
    /// <param name="refused">The reason, where it did not.</param>
    public bool TryVerify(
        DraftClaim draft,
        [NotNullWhen(true)] out VerifiedClaim? verified,
        [NotNullWhen(false)] out RefusedClaim? refused)
    {
        ArgumentNullException.ThrowIfNull(draft);
        verified = null;
        refused = null;
        if (draft.Support.Count == 0)
        {
            refused = new RefusedClaim(draft, RefusalReason.NoSupport);
            return false;
        }

        var quotes = new List<VerifiedQuote>(draft.Support.Count);
        foreach (var (article, span) in draft.Support)
        {
            if (!article.Text.TryCut(span, out var quote))
            {
                refused = new RefusedClaim(draft, RefusalReason.InvalidSpan);
                return false;
            }

            if (span.Length > _options.CurrentValue.MaxQuoteLength)
            {
                refused = new RefusedClaim(draft, RefusalReason.QuoteTooLong);
                return false;
            }

            quotes.Add(new VerifiedQuote(quote, article));
        }

        if (draft.Text is not null
            && !(WordEdges.WordsOf(draft.Text).Any() && quotes.Exists(q => WordEdges.Contains(q.Quote.Text, draft.Text))))
        {
            refused = new RefusedClaim(draft, RefusalReason.NotInQuotes);
            return false;
        }

        verified = new VerifiedClaim(draft.Text ?? quotes[0].Quote.Text, quotes);
        return true;
    }
}

/// <summary>A sentence that its quotes carry, not yet numbered.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Quotes">The quotes; at least one.</param>
public sealed record VerifiedClaim(string Text, IReadOnlyList<VerifiedQuote> Quotes);

/// <summary>A quote and the article that it was cut from.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="Article">The article.</param>
public sealed record VerifiedQuote(Quote Quote, Article Article);
