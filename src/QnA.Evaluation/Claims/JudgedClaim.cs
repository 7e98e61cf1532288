namespace QnA.Evaluation.Claims;

/// <summary>A sentence with the places that are said to carry it, and whether people found that they do.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record JudgedClaim
{
    /// <summary>Gets what identifies the sentence in its file.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the set that it is measured with.</summary>
    public required string Set { get; init; }

    /// <summary>Gets the question that it answers; empty where there was none.</summary>
    public string Question { get; init; } = "";

    /// <summary>Gets the title of the article that the places are from; empty where the file does not say.</summary>
    public string Title { get; init; } = "";

    /// <summary>Gets the sentence.</summary>
    public required string Claim { get; init; }

    /// <summary>Gets the texts of the places, in the order of the file.</summary>
    public required IReadOnlyList<string> Quotes { get; init; }

    /// <summary>Gets whether the places carry the sentence.</summary>
    public required bool IsSupported { get; init; }
}
