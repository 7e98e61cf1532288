using QnA.Core.Ingestion;

namespace QnA.Bot.Following;

/// <summary>How ingestion fares, for health checks and people.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class IngestionStatus
{
    private volatile State _state = new(Completed: false, Failures: [], Error: null);

    /// <summary>Gets what is known at this moment.</summary>
    public State Current => _state;

    public void Succeeded(IngestionSummary summary) => _state = new State(Completed: true, summary.Failures, Error: null);

    public void Failed(string error) => _state = _state with { Error = error };

    /// <summary>What is known of ingestion.</summary>
    /// <param name="Completed">Whether all sources have been read once.</param>
    /// <param name="Failures">What could not be read the last time.</param>
    /// <param name="Error">Why nothing can be written at this moment; <see langword="null"/> where it can.</param>
    public sealed record State(bool Completed, IReadOnlyList<ArticleFailure> Failures, string? Error);
}
