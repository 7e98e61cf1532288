namespace QnA.Sources.Freshness;

/// <summary>How a source fared.</summary>
public sealed record SourceState
{
    /// <summary>Gets the source's address, by which its state is found again.</summary>
    public required string Address { get; init; }

    /// <summary>Gets when it was read last, whether that went well or not; <see langword="null"/> where it never was.</summary>
    public DateTimeOffset? LastRun { get; init; }

    /// <summary>Gets when it was last read to its end.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Gets when the bot reads it next.</summary>
    public DateTimeOffset? NextRun { get; init; }

    /// <summary>Gets how many articles the last run found new.</summary>
    public int New { get; init; }

    /// <summary>Gets how many the last run found changed.</summary>
    public int Changed { get; init; }

    /// <summary>Gets how many the last run found unchanged.</summary>
    public int Unchanged { get; init; }

    /// <summary>Gets how many the last run removed.</summary>
    public int Removed { get; init; }

    /// <summary>Gets how many articles the last run could not read.</summary>
    public int Failed { get; init; }

    /// <summary>Gets what went wrong in the last run, for people; <see langword="null"/> where nothing did.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets how many runs in a row failed as a whole.</summary>
    public int FailuresInARow { get; init; }
}
