using QnA.Core.Retrieval;

namespace QnA.Core.Receipts;

/// <summary>What a receipt says of the articles that were searched; see <see cref="ArticleFilter"/>. What was not filtered by is <see langword="null"/>.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record ReceiptFilter
{
    /// <summary>Gets the tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Gets the sources.</summary>
    public IReadOnlyList<string>? Sources { get; init; }

    /// <summary>Gets the authors.</summary>
    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>Gets the languages.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>Gets from when on, in ISO 8601.</summary>
    public string? Since { get; init; }

    /// <summary>Gets until when, in ISO 8601.</summary>
    public string? Until { get; init; }

    internal static ReceiptFilter? From(ArticleFilter filter) => filter.IsEmpty ? null : new ReceiptFilter
    {
        Tags = NullIfEmpty(filter.Tags),
        Sources = NullIfEmpty(filter.Sources),
        Authors = NullIfEmpty(filter.Authors),
        Languages = NullIfEmpty(filter.Languages),
        Since = filter.Since?.ToString(),
        Until = filter.Until?.ToString(),
    };

    private static IReadOnlyList<string>? NullIfEmpty(IReadOnlyList<string> names) => names.Count == 0 ? null : [.. names];
}
