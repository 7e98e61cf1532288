namespace QnA.Evaluation.Scoring;

/// <summary>How one question went: everything that measures, groups and comparisons are made of.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record QuestionResult
{
    /// <summary>Gets the question's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the question.</summary>
    public required string Question { get; init; }

    /// <summary>Gets the language as the set gives it.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the kind of question as the set names it.</summary>
    public string? Type { get; init; }

    /// <summary>Gets what the question asks for, told by its question word, such as <c>person</c>; <see langword="null"/> where nobody told.</summary>
    public string? AsksFor { get; init; }

    /// <summary>Gets whether the articles answer it.</summary>
    public required bool IsAnswerable { get; init; }

    /// <summary>Gets how it ended.</summary>
    public required string Status { get; init; }

    /// <summary>Gets whether something was said rather than that nothing was found.</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>Gets the confidence, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Gets whether articles and quotes are measured: it is answerable, and the places of its answer are known.</summary>
    public required bool IsScored { get; init; }

    /// <summary>Gets the rank of the first right article among the distinct ones that were found, from 1; 0 where it is not there.</summary>
    public int ArticleRank { get; init; }

    /// <summary>Gets the rank of the first quote that shows the answer, from 1; 0 where none does.</summary>
    public int QuoteRank { get; init; }

    /// <summary>Gets how many quotes the answer has.</summary>
    public required int Quotes { get; init; }

    /// <summary>Gets how many of them stand in their article letter for letter.</summary>
    public required int VerbatimQuotes { get; init; }

    /// <summary>Gets how long the quotes are together, in UTF-16 code units.</summary>
    public required long QuoteLength { get; init; }

    /// <summary>Gets whether it is a question on which articles disagree.</summary>
    public bool IsConflict { get; init; }

    /// <summary>Gets whether both a right and a wrong value were shown as a conflict.</summary>
    public bool IsConflictShown { get; init; }

    /// <summary>Gets how long the answer took, in milliseconds; <see langword="null"/> where unknown.</summary>
    public double? ElapsedMs { get; init; }

    /// <summary>Gets the confidence when the articles that answer it are not in the index; <see langword="null"/> unless that was tried.</summary>
    public double? ConfidenceWithoutGold { get; init; }

    /// <summary>Gets whether something was said all the same when the articles that answer it were not in the index.</summary>
    public bool? IsAnsweredWithoutGold { get; init; }

    /// <summary>Gets the evidence, else the answers, for people who read the report.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>Gets the first quotes that were shown, for people who read the report.</summary>
    public IReadOnlyList<ShownQuote> Shown { get; init; } = [];
}

/// <summary>A quote that was shown.</summary>
/// <param name="ArticleId">Its article.</param>
/// <param name="Text">Its words.</param>
/// <param name="IsRight">Whether it shows the answer.</param>
public sealed record ShownQuote(string ArticleId, string Text, bool IsRight);
