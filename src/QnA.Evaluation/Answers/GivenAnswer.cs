using QnA.Core.Answers;
using QnA.Core.Receipts;

namespace QnA.Evaluation.Answers;

/// <summary>What was answered to a question: as much of it as measuring looks at.</summary>
/// <remarks>Nothing that it says is taken for true: quotes are compared with the articles. Immutable and safe for concurrent use.</remarks>
public sealed record GivenAnswer
{
    /// <summary>Gets the question's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets how the question ended: <c>answered</c>, <c>conflict</c>, <c>not_found</c> or <c>error</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Gets how sure the answer is; 0 where the file does not say.</summary>
    public double Confidence { get; init; }

    /// <summary>Gets the quotes, best first.</summary>
    public IReadOnlyList<GivenQuote> Quotes { get; init; } = [];

    /// <summary>Gets the articles of the passages that were found, in rank order; an article may come more than once.</summary>
    public IReadOnlyList<string> RetrievedArticles { get; init; } = [];

    /// <summary>Gets how long the answer took, in milliseconds; <see langword="null"/> where the file does not say.</summary>
    public double? ElapsedMs { get; init; }

    /// <summary>Gets whether something is said to the question rather than that nothing was found.</summary>
    public bool IsAnswered => Status is "answered" or "conflict";

    /// <summary>Takes an answer as a file would have it, numbers rounded as in files.</summary>
    /// <param name="id">The question's id.</param>
    /// <param name="answer">The answer.</param>
    public static GivenAnswer From(string id, Answer answer)
    {
        var receipt = Receipt.From(answer, id);
        return new GivenAnswer
        {
            Id = id,
            Status = NameOf(receipt.Status),
            Confidence = receipt.Confidence,
            Quotes = [.. receipt.Citations.Select(c => new GivenQuote(c.ArticleId, c.Start, c.End, c.Quote))],
            RetrievedArticles = [.. receipt.Retrieved.Select(p => p.ArticleId)],
            ElapsedMs = receipt.ElapsedMs,
        };
    }

    private static string NameOf(AnswerStatus status) => status switch
    {
        AnswerStatus.Answered => "answered",
        AnswerStatus.Conflict => "conflict",
        AnswerStatus.NotFound => "not_found",
        _ => "error",
    };
}

/// <summary>A quote as an answer gives it.</summary>
/// <param name="ArticleId">The article that it is said to be from.</param>
/// <param name="Start">Its first UTF-16 code unit.</param>
/// <param name="End">The code unit after its last.</param>
/// <param name="Text">The quoted words.</param>
public sealed record GivenQuote(string ArticleId, int Start, int End, string Text);
