using System.Diagnostics.CodeAnalysis;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace QnA.BotFramework.Hosting;

/// <summary>The place of an activity among those of its conversation; disposed when its turn has ended or will not be run.</summary>
/// <remarks>To be used by one thread at a time.</remarks>
public sealed class TurnPlace : IDisposable
{
    private readonly ConversationTurns _turns;
    private readonly string _conversation;
    private readonly Task _earlier;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _repeatKey;
    private int _left;

    internal TurnPlace(ConversationTurns turns, Activity activity, string conversation, Task earlier)
    {
        (_turns, Activity, _conversation, _earlier) = (turns, activity, conversation, earlier);
    }

    /// <summary>Gets the activity.</summary>
    public Activity Activity { get; }

    /// <summary>Gets the id under which an activity that was sent again was known the first time.</summary>
    public string? EarlierId => _repeatKey is null ? null : _turns.IdOf(_repeatKey);

    internal bool IsFailed { get; set; }

    [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "A signal that is set elsewhere; there is no context to deadlock with.")]
    internal Task Ended => _ended.Task;

    /// <summary>Takes the activity in, now that its sender is known: it is seen by the observers of arrivals, unless it was sent again.</summary>
    /// <param name="repeatId">What its sender repeats when it sends the activity again; <see langword="null"/> for nothing.</param>
    /// <returns>
    /// <see langword="false"/> for an activity that was accepted within <see cref="TurnOptions.RepeatWindow"/>, whose turn did not fail: it is
    /// not to be run. Invokes are always accepted, for whoever sends one waits for its response.
    /// </returns>
    public bool TryAccept(string? repeatId)
    {
        _repeatKey = string.IsNullOrEmpty(repeatId) || Activity.Type == ActivityTypes.Invoke
            ? null
            : $"{_conversation}\n{Activity.Type}\n{repeatId}";
        return _turns.TryAccept(Activity, _repeatKey);
    }

    /// <summary>Keeps the id under which the accepted activity is known, for when it is sent again.</summary>
    /// <param name="id">The id.</param>
    public void AcceptAs(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (_repeatKey is not null)
        {
            _turns.SetId(_repeatKey, id);
        }
    }

    /// <summary>Waits for the turns before this one and runs it, in a scope of its own.</summary>
    /// <param name="run">Runs the turn with the scope's bot; its token is cancelled when the turn must end at once.</param>
    /// <param name="hungUp">Cancelled when nobody can take the turn's answer any more; the turn then ends without an error.</param>
    /// <returns>A task that ends with the turn, and fails with it after the failure was logged.</returns>
    [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "A signal that is set elsewhere; there is no context to deadlock with.")]
    public Task RunAsync(Func<IBot, CancellationToken, Task> run, CancellationToken hungUp = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _turns.RunAsync(this, _repeatKey, _earlier, run, hungUp);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) != 0)
        {
            return;
        }

        _turns.Leave(_conversation);

        // Who leaves before it was its turn must not let later ones pass those before.
        if (_earlier.IsCompleted)
        {
            _ended.SetResult();
        }
        else
        {
            _ = _earlier.ContinueWith(
                static (_, ended) => ((TaskCompletionSource)ended!).SetResult(), _ended,
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
