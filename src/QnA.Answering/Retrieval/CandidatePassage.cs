using QnA.Answering.Analysis;
using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Answering.Retrieval;

/// <summary>What a view found for a query.</summary>
/// <param name="Passages">The passages, best first.</param>
internal sealed record Candidates(IReadOnlyList<CandidatePassage> Passages)
{
    /// <summary>Nothing.</summary>
    public static readonly Candidates None = new([]);

    /// <summary>Gets the passage of them that is nearest to the question by meaning; <see langword="null"/> where that is none of them, or the store has no vectors.</summary>
    public CandidatePassage? Nearest { get; init; }

    /// <summary>Gets how far the meaning of the nearest passage carries the question; 0 to 1.</summary>
    public double Nearness { get; init; }
}

/// <summary>An article of which a passage was found.</summary>
/// <param name="Article">The article.</param>
/// <param name="Analysis">The analysis that its terms were made by.</param>
/// <param name="Score">How well the whole article matches; 0 or more.</param>
/// <param name="Passages">How many passages it has.</param>
/// <param name="TermPassages">For each term of the query, how many of its passages have it.</param>
internal sealed record CandidateArticle(Article Article, LanguageAnalysis Analysis, double Score, int Passages, IReadOnlyList<int> TermPassages)
{
    /// <summary>Gets the number by which the view knows it.</summary>
    public required int Number { get; init; }
}

/// <summary>A passage that was found, with its surroundings.</summary>
/// <param name="Article">Its article; passages of one article have the same object.</param>
/// <param name="Sentences">Its sentences; at least one.</param>
/// <param name="Before">The sentences of the passage before.</param>
/// <param name="After">The sentences of the passage after.</param>
/// <param name="Headings">The headings above, outermost first.</param>
/// <param name="Score">How well it matches, its article and title included; 0 or more.</param>
internal sealed record CandidatePassage(
    CandidateArticle Article,
    IReadOnlyList<TextSpan> Sentences,
    IReadOnlyList<TextSpan> Before,
    IReadOnlyList<TextSpan> After,
    IReadOnlyList<TextSpan> Headings,
    double Score)
{
    /// <summary>Gets the number by which the view knows it.</summary>
    public required int Number { get; init; }

    /// <summary>Gets its score among all passages where they were found by words and by meaning; otherwise <see cref="Score"/>.</summary>
    public double Order { get; init; } = Score;
}
