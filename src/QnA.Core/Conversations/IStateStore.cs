using QnA.Core.Feedback;

namespace QnA.Core.Conversations;

/// <summary>Where the bot keeps conversations and what people thought of answers, as those see it who look after it.</summary>
/// <remarks>Safe for concurrent use, also while a bot of another process writes.</remarks>
public interface IStateStore
{
    /// <summary>Gets where the state is, for people: a path, or an address without secrets.</summary>
    string Location { get; }

    /// <summary>Gets whether there is a state; the bot makes it at its start.</summary>
    bool Exists { get; }

    /// <summary>Looks whether the state can be read.</summary>
    /// <param name="thorough">Whether all of it is looked at, which takes as long as reading it, or only that there is something to read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What is wrong, in a sentence for people; <see langword="null"/> where all is well or there is no state yet.</returns>
    ValueTask<string?> FindDamageAsync(bool thorough, CancellationToken cancellationToken);

    /// <summary>Reads all feedback, in no order that means anything.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidOperationException">The state cannot be read; the message says why.</exception>
    IAsyncEnumerable<FeedbackEntry> ReadFeedbackAsync(CancellationToken cancellationToken);
}
