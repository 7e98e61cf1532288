namespace QnA.Core.Ingestion;

/// <summary>Checks, mends and compacts an <see cref="IArticleStore"/>.</summary>
/// <remarks>Safe for concurrent use; what writes needs the store's only writer, and is refused where another has it.</remarks>
public interface IStoreMaintenance
{
    /// <summary>Checks what was committed last: that the bytes are those that were written, and every article and passage is whole.</summary>
    /// <param name="progress">Hears how many articles were checked, or <see langword="null"/>; called after each.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleStoreException">There is nothing to check, or it was made by another version.</exception>
    Task<StoreCheckReport> CheckAsync(IProgress<int>? progress, CancellationToken cancellationToken);

    /// <summary>Waits until a reader of the store in this process meets damage.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>
    /// A task that has ended already where damage was met since the last <see cref="RepairAsync"/>. By default one that only the cancellation ends:
    /// for a store that has no bytes of its own to be damaged.
    /// </returns>
    Task WaitForDamageAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    /// <summary>Takes out what a check found damaged, so that the next ingestion reads it again.</summary>
    /// <param name="report">What the check found.</param>
    /// <param name="cancellationToken">Stops the work before something is taken out.</param>
    /// <exception cref="ArticleStoreException">The store is being written by another, or cannot be written.</exception>
    Task<StoreRepair> RepairAsync(StoreCheckReport report, CancellationToken cancellationToken);

    /// <summary>Drops what was replaced or removed and is still there, and makes one part of many.</summary>
    /// <param name="cancellationToken">Stops the work; the store is then as it was.</param>
    /// <remarks>Needs as much free space as the store has. Readers go on undisturbed.</remarks>
    /// <exception cref="ArticleStoreException">There is nothing to compact, it is being written by another, or it cannot be written.</exception>
    Task<StoreCompaction> CompactAsync(CancellationToken cancellationToken);
}

/// <summary>What a check of a store found.</summary>
/// <param name="Articles">How many articles were checked.</param>
/// <param name="Passages">How many passages were checked.</param>
/// <param name="Problems">What is wrong, in the order of the store; the first <see cref="MaxProblems"/>.</param>
/// <param name="ProblemCount">How much is wrong.</param>
/// <param name="IsUnreadable">Whether what all reading begins with is damaged, so that no article is found.</param>
public sealed record StoreCheckReport(int Articles, int Passages, IReadOnlyList<StoreProblem> Problems, int ProblemCount, bool IsUnreadable = false)
{
    /// <summary>How many problems a report names: a store of which more is damaged is filled anew, not mended.</summary>
    public const int MaxProblems = 1000;

    /// <summary>Gets whether nothing is wrong.</summary>
    public bool IsSound => ProblemCount == 0;
}

/// <summary>Something that is wrong with a store.</summary>
/// <param name="Segment">The part of the store: a group of files, or a table, with this name.</param>
/// <param name="ArticleId">The article; <see langword="null"/> where the damage cannot be told from one article.</param>
/// <param name="Location">Where the article's source has it; <see langword="null"/> where that is not known.</param>
/// <param name="Message">What is wrong, for people.</param>
public sealed record StoreProblem(string Segment, string? ArticleId, string? Location, string Message)
{
    /// <summary>Returns the problem in a sentence.</summary>
    public override string ToString() =>
        (ArticleId is null ? $"Segment {Segment}" : Location is null ? $"Article '{ArticleId}'" : $"Article '{ArticleId}' ({Location})") + $": {Message}";
}

/// <summary>What compacting a store did.</summary>
/// <param name="BytesBefore">Its size before.</param>
/// <param name="BytesAfter">Its size after.</param>
/// <param name="SegmentsBefore">How many parts it had.</param>
/// <param name="SegmentsAfter">How many parts it has.</param>
public sealed record StoreCompaction(long BytesBefore, long BytesAfter, int SegmentsBefore, int SegmentsAfter);

/// <summary>What mending a store did.</summary>
/// <param name="Segments">How many damaged parts were taken out, with all their articles.</param>
/// <param name="Articles">How many damaged articles were taken out of sound parts.</param>
/// <param name="SetAside">Where the whole store was moved, because nothing less mended it; <see langword="null"/> where it is still in use.</param>
public sealed record StoreRepair(int Segments, int Articles, string? SetAside = null);
