using QnA.Core.Answers;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Text;

namespace QnA.Core.Receipts;

/// <summary>Checks the quotes of receipts against the articles as they are now.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class ReceiptVerifier
{
    private readonly IArticleStore _store;

    /// <summary>Creates a verifier.</summary>
    /// <param name="store">Where the articles are.</param>
    public ReceiptVerifier(IArticleStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
    }

    /// <summary>Checks every quote of a receipt.</summary>
    /// <param name="receipt">The receipt; nothing in it is trusted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    public async Task<ReceiptVerification> VerifyAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var outcomes = new List<CitationVerification>(receipt.Citations.Count);
        foreach (var citation in receipt.Citations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes.Add(await VerifyAsync(citation, cancellationToken).ConfigureAwait(false));
        }

        return new ReceiptVerification(receipt, outcomes)
        {
            Problem = outcomes.Count == 0 && receipt.Status is AnswerStatus.Answered or AnswerStatus.Conflict
                ? "The receipt has an answer but no quote that carries it: it is not as it was written."
                : null,
        };
    }

    private async ValueTask<CitationVerification> VerifyAsync(ReceiptCitation citation, CancellationToken cancellationToken)
    {
        if (Contradiction(citation) is { } contradiction)
        {
            return CitationVerification.Altered(citation, contradiction);
        }

        var article = await _store.FindAsync(citation.ArticleId, cancellationToken).ConfigureAwait(false);
        return article is null ? CitationVerification.Gone(citation)
            : article.Text.Version == citation.Version ? VerifySameText(citation, article.Text)
            : VerifyChangedText(citation, article.Text, cancellationToken);
    }

    private static string? Contradiction(ReceiptCitation citation) => citation switch
    {
        { Quote.Length: 0 } => "The receipt's quote has no words.",
        { ArticleId.Length: 0 } => "The receipt names no article.",
        _ when citation.Start < 0 || (long)citation.End - citation.Start != citation.Quote.Length =>
            $"The receipt's offsets [{citation.Start}..{citation.End}) are not those of a quote of {citation.Quote.Length} characters.",
        _ when !string.Equals(ArticleText.Sha256Of(citation.Quote), citation.Sha256, StringComparison.OrdinalIgnoreCase) =>
            "The receipt's quote is not the one that its sha256 was made of.",
        _ => null,
    };

    private static CitationVerification VerifySameText(ReceiptCitation citation, ArticleText text)
    {
        var span = new TextSpan(citation.Start, citation.End);
        if (span.End > text.Length)
        {
            return CitationVerification.Altered(
                citation, $"The receipt's offsets {span} lie beyond the text that it names, which has {text.Length} characters.");
        }

        if (!text.TryCut(span, out var quote))
        {
            return CitationVerification.Altered(
                citation, $"The receipt's offsets {span} split a character of the text that it names.", Cut(text, text.Widen(span)));
        }

        return quote.Text == citation.Quote
            ? CitationVerification.Unchanged(citation, quote)
            : CitationVerification.Altered(citation, $"Other words stand at {span} in the very text that the receipt names.", quote);
    }

    private static CitationVerification VerifyChangedText(ReceiptCitation citation, ArticleText text, CancellationToken cancellationToken) =>
        SimilarText.FindSame(text, citation.Quote, citation.Start) is { } same
            ? CitationVerification.UnchangedElsewhere(citation, same)
            : CitationVerification.Changed(citation, SimilarText.FindSimilar(text, citation.Quote, citation.Start, cancellationToken));

    private static Quote? Cut(ArticleText text, TextSpan span) => text.TryCut(span, out var quote) ? quote : null;
}
