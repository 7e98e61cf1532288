using QnA.Core.Embeddings;

namespace QnA.Core.Ingestion;

/// <summary>What an ingestion did.</summary>
public sealed record IngestionSummary
{
    /// <summary>Gets how many articles were not there before.</summary>
    public required int New { get; init; }

    /// <summary>Gets how many articles replaced an earlier version.</summary>
    public required int Changed { get; init; }

    /// <summary>Gets how many articles were there already, letter for letter.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Gets how many articles were removed because their source no longer has them.</summary>
    public required int Removed { get; init; }

    /// <summary>Gets how many passages were written.</summary>
    public required int Passages { get; init; }

    /// <summary>Gets what failed, in the order of reading.</summary>
    public required IReadOnlyList<ArticleFailure> Failures { get; init; }

    /// <summary>Gets the sources that had no article at all, by name.</summary>
    public required IReadOnlyList<string> EmptySources { get; init; }

    /// <summary>Gets whether the work was stopped before its end; what was done until then is committed.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>Gets what became of the vectors; <see langword="null"/> where none are wanted, and where the work was stopped before.</summary>
    public VectorSummary? Vectors { get; init; }

    /// <summary>Gets how long it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Gets whether any article was added, replaced or removed.</summary>
    public bool ChangedAnything => New + Changed + Removed > 0;
}

/// <summary>How far an ingestion is.</summary>
/// <param name="Articles">Articles read so far, failures included.</param>
/// <param name="Passages">Passages written so far.</param>
/// <param name="BytesRead">How much of the sources was read.</param>
/// <param name="BytesTotal">How much there is to read; 0 where it is not known.</param>
/// <param name="Elapsed">How long it has taken.</param>
public sealed record IngestionProgress(int Articles, int Passages, long BytesRead, long BytesTotal, TimeSpan Elapsed)
{
    /// <summary>Gets how many vectors were computed so far.</summary>
    public int Vectors { get; init; }

    /// <summary>Gets how many vectors there are to compute; 0 before that begins, and where none are wanted.</summary>
    public int VectorsTotal { get; init; }

    /// <summary>Gets the estimated time left; <see langword="null"/> where it cannot be told.</summary>
    public TimeSpan? Left =>
        BytesTotal > 0 && BytesRead > 0 && Elapsed > TimeSpan.Zero
            ? Elapsed * (Math.Max(0, BytesTotal - BytesRead) / (double)BytesRead)
            : null;
}
