using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Conflicts;
using QnA.Core.Questions;
using QnA.Core.Verification.Checks;
using QnA.Core.Verification.Quotations;

namespace QnA.Core.Verification;

/// <summary>The fourth step of a question's path: lets through only what real quotes carry.</summary>
/// <remarks>
/// Fails closed: what cannot be shown to be in the articles is refused. What is checked, and what is not, is told in
/// <c>docs/verification.md</c>. Safe for concurrent use.
/// </remarks>
public sealed class ClaimVerifier
{
    /// <summary>How many quotes a sentence may point at: one that points at everything proves nothing.</summary>
    public const int MaxQuotesPerClaim = 6;

    /// <summary>How long a drafted sentence may be, in UTF-16 code units; no sentence that people read is longer.</summary>
    public const int MaxClaimLength = 1000;

    // From what is refused surely and cheaply to what compares clause by clause.
    private readonly IClaimCheck[] _checks =
    [
        new MarkupCheck(), new NumberCheck(), new NameCheck(), new OppositeCheck(), new NegationCheck(), new ModalityCheck(), new OrderCheck(), new WordCheck(),
    ];

    private readonly IOptionsMonitor<AnswerOptions> _options;

    /// <summary>Creates a verifier.</summary>
    /// <param name="options">Says how long a quote may be.</param>
    public ClaimVerifier(IOptionsMonitor<AnswerOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Cuts the quotes of a drafted sentence, checks that they carry it, and keeps what was found with it.</summary>
    /// <param name="draft">What was drafted.</param>
    /// <param name="question">What was asked; the draft may repeat its words.</param>
    public CheckedClaim Check(DraftClaim draft, StandaloneQuestion question) =>
        TryVerify(draft, question, out var verified, out var refused)
            ? new CheckedClaim(draft, question, verified, reason: null)
            : new CheckedClaim(draft, question, verified: null, refused.Reason);

    /// <summary>Cuts the quotes of a drafted sentence and checks that they carry it.</summary>
    /// <param name="draft">What was drafted.</param>
    /// <param name="question">What was asked; the draft may repeat its words.</param>
    /// <param name="verified">The sentence with its quotes, where it passed; its quotations are the articles' own letters.</param>
    /// <param name="refused">The reason, where it did not.</param>
    public bool TryVerify(
        DraftClaim draft,
        StandaloneQuestion question,
        [NotNullWhen(true)] out VerifiedClaim? verified,
        [NotNullWhen(false)] out RefusedClaim? refused)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(question);
        verified = null;
        var reason = draft.Objection ?? TryCut(draft, out var quotes) ?? TryCarry(draft, quotes, question, out verified);
        verified = verified is null ? null : verified with { Side = SideOf(draft, verified) };
        refused = reason is { } why ? new RefusedClaim(draft, why) : null;
        return refused is null;
    }

    // A value that no quote has is none; the sentence itself was verified.
    private static ConflictSide? SideOf(DraftClaim draft, VerifiedClaim verified) =>
        draft.Side is { } side && verified.Quotes.Any(q => q.Quote.Text.Contains(side.Value, StringComparison.Ordinal)) ? side : null;

    private RefusalReason? TryCut(DraftClaim draft, out List<VerifiedQuote> quotes)
    {
        quotes = new List<VerifiedQuote>(draft.Support.Count);
        if (draft.Support.Count == 0)
        {
            return RefusalReason.NoSupport;
        }

        if (draft.Support.Count > MaxQuotesPerClaim)
        {
            return RefusalReason.TooManyQuotes;
        }

        foreach (var (article, span) in draft.Support)
        {
            if (!article.Text.TryCut(span, out var quote))
            {
                return RefusalReason.InvalidSpan;
            }

            if (span.Length > _options.CurrentValue.MaxQuoteLength)
            {
                return RefusalReason.QuoteTooLong;
            }

            quotes.Add(new VerifiedQuote(quote, article));
        }

        return null;
    }

    private RefusalReason? TryCarry(
        DraftClaim draft, List<VerifiedQuote> quotes, StandaloneQuestion question, out VerifiedClaim? verified)
    {
        verified = null;
        if (draft.Text is null || quotes.Exists(q => q.Quote.Text == draft.Text))
        {
            verified = new VerifiedClaim(draft.Text ?? quotes[0].Quote.Text, quotes);
            return null;
        }

        if (draft.Text.Length > MaxClaimLength || string.IsNullOrWhiteSpace(draft.Text))
        {
            return RefusalReason.NotInQuotes;
        }

        if (QuotationRepair.TryRepair(draft.Text, quotes, out var text) is { } reason)
        {
            return reason;
        }

        var evidence = new ClaimEvidence(text, quotes, question.Text);
        foreach (var check in _checks)
        {
            if (check.Check(evidence) is { } refusal)
            {
                return refusal;
            }
        }

        verified = new VerifiedClaim(text, quotes);
        return null;
    }
}

/// <summary>A sentence that its quotes carry, not yet numbered.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Quotes">The quotes; at least one.</param>
public sealed record VerifiedClaim(string Text, IReadOnlyList<VerifiedQuote> Quotes)
{
    /// <summary>Gets the value that the sentence gives where articles disagree; <see langword="null"/> where they do not.</summary>
    public ConflictSide? Side { get; init; }
}

/// <summary>A quote and the article that it was cut from.</summary>
/// <param name="Quote">The quote.</param>
/// <param name="Article">The article.</param>
public sealed record VerifiedQuote(Quote Quote, Article Article);
