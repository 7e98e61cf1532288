using QnA.Core.Articles;

namespace QnA.Core.Receipts;

/// <summary>What became of a quote since its receipt was written.</summary>
public enum CitationOutcome
{
    /// <summary>The words stand in the article, letter for letter; where other words changed, perhaps at another place.</summary>
    Unchanged,

    /// <summary>The article changed and no longer has the words.</summary>
    Changed,

    /// <summary>There is no such article any more.</summary>
    Gone,

    /// <summary>The receipt contradicts itself or the very text that it names: it is not as it was written.</summary>
    Altered,
}

/// <summary>What verification found of one citation.</summary>
/// <remarks>One factory per outcome. Immutable and safe for concurrent use.</remarks>
public sealed record CitationVerification
{
    private CitationVerification(ReceiptCitation citation, CitationOutcome outcome, string message)
    {
        Citation = citation;
        Outcome = outcome;
        Message = message;
    }

    /// <summary>Gets the citation as the receipt has it.</summary>
    public ReceiptCitation Citation { get; }

    /// <summary>Gets the outcome.</summary>
    public CitationOutcome Outcome { get; }

    /// <summary>Gets the outcome in a sentence for people, without the quoted words.</summary>
    public string Message { get; }

    /// <summary>
    /// Gets what stands in the article now: the words themselves where they are unchanged, the most similar place where they changed,
    /// what really stands at the offsets where the receipt was altered; <see langword="null"/> where there is nothing to show.
    /// </summary>
    public Quote? Current { get; private init; }

    /// <summary>Gets whether the words stand unchanged in an article that changed elsewhere; <see cref="Current"/> then has their new place.</summary>
    public bool ArticleChanged { get; private init; }

    internal static CitationVerification Unchanged(ReceiptCitation citation, Quote current) =>
        new(citation, CitationOutcome.Unchanged, "The words stand in the article, letter for letter.") { Current = current };

    internal static CitationVerification UnchangedElsewhere(ReceiptCitation citation, Quote current) =>
        new(
            citation,
            CitationOutcome.Unchanged,
            current.Span.Start == citation.Start
                ? $"The article changed, but the words still stand at {current.Span}, letter for letter."
                : $"The article changed, but the words still stand in it, letter for letter, now at {current.Span}.")
        {
            Current = current,
            ArticleChanged = true,
        };

    internal static CitationVerification Changed(ReceiptCitation citation, Quote? similar) =>
        new(
            citation,
            CitationOutcome.Changed,
            similar is null
                ? "The article changed and no longer has the words, nor any that resemble them."
                : $"The article changed and no longer has the words; the most similar ones stand at {similar.Span}.")
        {
            Current = similar,
        };

    internal static CitationVerification Gone(ReceiptCitation citation) =>
        new(citation, CitationOutcome.Gone, $"There is no article '{citation.ArticleId}' in this index.");

    internal static CitationVerification Altered(ReceiptCitation citation, string reason, Quote? current = null) =>
        new(citation, CitationOutcome.Altered, reason) { Current = current };
}

/// <summary>What verification found of one receipt.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Citations">What became of its citations, in their order.</param>
/// <remarks>It tells of the quotes only: a receipt's other words are not proved by anything.</remarks>
public sealed record ReceiptVerification(Receipt Receipt, IReadOnlyList<CitationVerification> Citations)
{
    /// <summary>
    /// Gets what is wrong with the receipt as a whole, in a sentence for people: an answer without quotes; <see langword="null"/>
    /// where nothing is.
    /// </summary>
    public string? Problem { get; init; }

    /// <summary>Gets whether every quote stands unchanged; also where an answer that was not found has none.</summary>
    public bool IsUnchanged => Problem is null && Citations.All(c => c.Outcome == CitationOutcome.Unchanged);

    /// <summary>Counts the citations with an outcome.</summary>
    public int Count(CitationOutcome outcome) => Citations.Count(c => c.Outcome == outcome);
}
