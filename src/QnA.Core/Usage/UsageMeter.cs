using System.Collections.Concurrent;

namespace QnA.Core.Usage;

/// <summary>Knows which question a call to a model is for, so that every call counts, whichever step made it.</summary>
/// <remarks>
/// The question flows with the execution context, as the current activity of a trace does. A call outside of any question, such as a
/// check of the settings, counts nowhere. Safe for concurrent use.
/// </remarks>
public sealed class UsageMeter
{
    private readonly AsyncLocal<UsageLog?> _current = new();

    /// <summary>Counts a call for the question that it is made for.</summary>
    /// <param name="usage">What the call took.</param>
    public void Add(ModelUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        _current.Value?.Add(usage);
    }

    /// <summary>Makes a log that of the flow that calls this, and of what that flow starts.</summary>
    internal void Enter(UsageLog log) => _current.Value = log;
}

/// <summary>The calls that were made for one question.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class UsageLog
{
    private readonly ConcurrentQueue<ModelUsage> _calls = [];

    /// <summary>Adds a call.</summary>
    public void Add(ModelUsage usage) => _calls.Enqueue(usage);

    /// <summary>Adds up the calls so far.</summary>
    public IReadOnlyList<ModelUsage> Sum() => ModelUsage.Sum(_calls);
}
