using QnA.Core.Answers;
using QnA.Core.Retrieval;
using QnA.Core.Usage;

namespace QnA.Core.Receipts;

/// <summary>What a receipt says of one quote. It is what a file says, not a <see cref="Articles.Quote"/>: only verification tells whether it is true.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record ReceiptCitation
{
    /// <summary>Gets the number in the answer's text, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the id of the article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Gets the first UTF-16 code unit of the quote in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>Gets the UTF-16 code unit after the last of the quote.</summary>
    public required int End { get; init; }

    /// <summary>Gets the quoted words.</summary>
    public required string Quote { get; init; }

    /// <summary>Gets the title of the article; <see langword="null"/> where the file does not say.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the address of the quote; <see langword="null"/> where the article has none.</summary>
    public string? Url { get; init; }

    /// <summary>Gets when the article was published, as its source wrote it; <see langword="null"/> where unknown.</summary>
    public string? Published { get; init; }

    /// <summary>Gets the page that the quote starts on, from 1; <see langword="null"/> where the source has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Gets the other articles that have the same text; <see langword="null"/> where there is none.</summary>
    public IReadOnlyList<ReceiptAlsoIn>? AlsoIn { get; init; }

    /// <summary>Gets the SHA-256 of the UTF-8 bytes of the article's whole text, in lower-case hexadecimal digits.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the SHA-256 of the UTF-8 bytes of <see cref="Quote"/>, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    internal static ReceiptCitation From(Citation citation) => new()
    {
        Number = citation.Number,
        ArticleId = citation.Quote.ArticleId,
        Start = citation.Quote.Span.Start,
        End = citation.Quote.Span.End,
        Quote = citation.Quote.Text,
        Title = citation.Title,
        Url = citation.Url,
        Published = citation.Published?.ToString(),
        Page = citation.Page,
        AlsoIn = citation.AlsoIn.Count == 0 ? null : [.. citation.AlsoIn.Select(ReceiptAlsoIn.From)],
        Version = citation.Quote.Version,
        Sha256 = citation.Quote.Sha256,
    };
}

/// <summary>What a receipt says of another article that has the same text.</summary>
/// <param name="ArticleId">The id of the article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its address; <see langword="null"/> where it has none.</param>
/// <param name="Published">When it was published, as its source wrote it; <see langword="null"/> where unknown.</param>
public sealed record ReceiptAlsoIn(string ArticleId, string Title, string? Url = null, string? Published = null)
{
    internal static ReceiptAlsoIn From(AlsoIn copy) => new(copy.Quote.ArticleId, copy.Title, copy.Url, copy.Published?.ToString());
}

/// <summary>What a receipt says of one passage that was found.</summary>
/// <param name="ArticleId">The id of the article.</param>
/// <param name="Start">The first UTF-16 code unit of the passage.</param>
/// <param name="End">The UTF-16 code unit after its last.</param>
/// <param name="Score">How well it matches, rounded to <see cref="Receipt.ScoreDigits"/> digits; comparable within one receipt only.</param>
public sealed record ReceiptPassage(string ArticleId, int Start, int End, double Score)
{
    internal static ReceiptPassage From(RetrievedPassage found) => new(
        found.Passage.ArticleId, found.Passage.Span.Start, found.Passage.Span.End, Receipt.Round(found.Score, Receipt.ScoreDigits));
}

/// <summary>What a receipt says of why there is no answer.</summary>
/// <param name="Reason">The kind of reason; in JSON in snake_case, such as <c>no_match</c>.</param>
/// <param name="Message">The reason in a sentence or two for people.</param>
/// <param name="MissingWords">The content words of the question that no article has.</param>
/// <param name="Nearest">Quotes from the passages that came closest, best first; they are no answer.</param>
public sealed record ReceiptReason(
    NotFoundKind Reason, string Message, IReadOnlyList<string> MissingWords, IReadOnlyList<ReceiptCitation> Nearest)
{
    internal static ReceiptReason From(NotFoundReason why) => new(
        why.Kind, why.Message, [.. why.MissingWords], [.. why.Nearest.Select(ReceiptCitation.From)]);
}

/// <summary>What a receipt says of the calls to one model.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Calls">How many calls.</param>
/// <param name="InputTokens">Tokens that the model was given.</param>
/// <param name="OutputTokens">Tokens that the model wrote.</param>
public sealed record ReceiptUsage(string Model, int Calls, long InputTokens, long OutputTokens)
{
    /// <summary>Gets <see langword="true"/> where the tokens were counted by QnA and not by the service; otherwise <see langword="null"/>.</summary>
    public bool? Estimated { get; init; }

    /// <summary>Gets what the tokens cost; <see langword="null"/> where no price is configured.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Gets the currency of <see cref="Cost"/>, such as <c>USD</c>.</summary>
    public string? Currency { get; init; }

    internal static ReceiptUsage From(ModelUsage usage) => new(usage.Model, usage.Calls, usage.InputTokens, usage.OutputTokens)
    {
        Estimated = usage.IsEstimated ? true : null,
        Cost = usage.Cost?.Amount,
        Currency = usage.Cost?.Currency,
    };
}

/// <summary>How long the steps of an answer took, in milliseconds with <see cref="Receipt.MillisecondDigits"/> digits.</summary>
public sealed record ReceiptTimings
{
    /// <summary>Gets the time for making the question stand alone.</summary>
    public required double RewriteMs { get; init; }

    /// <summary>Gets the time for finding passages and ranking sentences.</summary>
    public required double SearchMs { get; init; }

    /// <summary>Gets the time from the question to the first verified sentence; <see langword="null"/> where there was none.</summary>
    public double? FirstClaimMs { get; init; }

    /// <summary>Gets the time from the question to the whole answer.</summary>
    public required double TotalMs { get; init; }

    internal static ReceiptTimings From(Answer answer) => new()
    {
        RewriteMs = Receipt.Milliseconds(answer.Timings.Rewrite),
        SearchMs = Receipt.Milliseconds(answer.Timings.Search),
        FirstClaimMs = answer.Claims.Count == 0 ? null : Receipt.Milliseconds(answer.Timings.FirstClaim),
        TotalMs = Receipt.Milliseconds(answer.Timings.Total),
    };
}
