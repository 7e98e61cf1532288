using QnA.Core.Articles;
using QnA.Search.Analysis;

namespace QnA.Search.Retrieval;

/// <summary>An article of which a passage was found.</summary>
/// <param name="Article">The article.</param>
/// <param name="Analysis">The analysis that its terms were made by.</param>
/// <param name="Score">How well the whole article matches.</param>
/// <param name="Passages">How many passages it has.</param>
/// <param name="TermPassages">For each term of the question, how many of its passages have it.</param>
internal sealed record FoundArticle(Article Article, LanguageAnalysis Analysis, double Score, int Passages, IReadOnlyList<int> TermPassages)
{
    /// <summary>Gets its document in the index.</summary>
    public required int Document { get; init; }
}

/// <summary>A passage that was found, with its surroundings.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Before">The sentences of the passage before.</param>
/// <param name="After">The sentences of the passage after.</param>
/// <param name="Heading">The heading above; empty where there is none.</param>
/// <param name="Score">How well it matches, its article and title included.</param>
internal sealed record FoundPassage(
    FoundArticle Article,
    IReadOnlyList<TextSpan> Sentences,
    IReadOnlyList<TextSpan> Before,
    IReadOnlyList<TextSpan> After,
    TextSpan Heading,
    double Score)
{
    /// <summary>Gets its document in the index.</summary>
    public required int Document { get; init; }

    /// <summary>Gets its score among all passages where they were found by words and by meaning; otherwise <see cref="Score"/>.</summary>
    public double Order { get; init; } = Score;
}
