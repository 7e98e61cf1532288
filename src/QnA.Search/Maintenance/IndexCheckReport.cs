namespace QnA.Search.Maintenance;

/// <summary>What a check of an index found.</summary>
/// <param name="Articles">How many articles were checked.</param>
/// <param name="Passages">How many passages were checked.</param>
/// <param name="Problems">What is wrong, in the order of the index; the first <see cref="MaxProblems"/>.</param>
/// <param name="ProblemCount">How much is wrong.</param>
public sealed record IndexCheckReport(int Articles, int Passages, IReadOnlyList<IndexProblem> Problems, int ProblemCount)
{
    /// <summary>How many problems a report names: an index of which more is damaged is ingested anew, not mended.</summary>
    public const int MaxProblems = 1000;

    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsSound => ProblemCount == 0;
}

/// <summary>Something that is wrong with an index.</summary>
/// <param name="Segment">The segment, a group of files with this name.</param>
/// <param name="ArticleId">The article; <see langword="null"/> where the damage cannot be told from one article.</param>
/// <param name="Location">Where the article's source has it; <see langword="null"/> where that is not known.</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record IndexProblem(string Segment, string? ArticleId, string? Location, string Message)
{
    /// <summary>Returns the problem in a sentence.</summary>
    public override string ToString() =>
        (ArticleId is null ? $"Segment {Segment}" : Location is null ? $"Article '{ArticleId}'" : $"Article '{ArticleId}' ({Location})") + $": {Message}";
}

/// <summary>What compacting an index did.</summary>
/// <param name="BytesBefore">The size of its files before.</param>
/// <param name="BytesAfter">The size of its files after.</param>
/// <param name="SegmentsBefore">How many segments it had.</param>
/// <param name="SegmentsAfter">How many segments it has.</param>
public sealed record IndexCompaction(long BytesBefore, long BytesAfter, int SegmentsBefore, int SegmentsAfter);

/// <summary>What mending an index did.</summary>
/// <param name="Segments">How many damaged segments were taken out, with all their articles.</param>
/// <param name="Articles">How many damaged articles were taken out of sound segments.</param>
public sealed record IndexRepair(int Segments, int Articles);
