namespace QnA.Bot.Turns;

/// <summary>Runs turns in the background: one at a time and in order within a conversation, side by side across conversations.</summary>
/// <remarks>When the bot stops, the turns that were accepted are finished first. Safe for concurrent use.</remarks>
internal sealed partial class TurnQueue(ILogger<TurnQueue> logger) : IHostedService, IDisposable
{
    /// <summary>How many turns of one conversation may wait: more than a person can type meanwhile, and no more memory than that.</summary>
    private const int MaxWaiting = 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Func<CancellationToken, Task>>> _waiting = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _abandoned = new();
    private TaskCompletionSource? _idle;
    private bool _stopping;

    /// <summary>Adds a turn.</summary>
    /// <param name="conversation">What identifies the conversation.</param>
    /// <param name="turn">The turn; its token is cancelled only when the bot must stop at once.</param>
    /// <param name="accepted">Called once it is sure that the turn will run, before it does and in the order of the turns; must be quick.</param>
    /// <returns><see langword="false"/> where too many wait already or the bot is stopping.</returns>
    public bool TryEnqueue(string conversation, Func<CancellationToken, Task> turn, Action? accepted = null)
    {
        lock (_gate)
        {
            if (_stopping)
            {
                return false;
            }

            if (_waiting.TryGetValue(conversation, out var waiting))
            {
                if (waiting.Count >= MaxWaiting)
                {
                    return false;
                }

                accepted?.Invoke();
                waiting.Enqueue(turn);
                return true;
            }

            accepted?.Invoke();
            _waiting.Add(conversation, new Queue<Func<CancellationToken, Task>>([turn]));
        }

        _ = Task.Run(() => RunAsync(conversation));
        return true;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task idle;
        lock (_gate)
        {
            _stopping = true;
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_waiting.Count == 0)
            {
                _idle.SetResult();
            }

            idle = _idle.Task;
        }

        try
        {
            await idle.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Log.Abandoned(logger);
            await _abandoned.CancelAsync();
        }
    }

    public void Dispose() => _abandoned.Dispose();

    private async Task RunAsync(string conversation)
    {
        while (TakeNext(conversation) is { } turn)
        {
            try
            {
                await turn(_abandoned.Token);
            }
            catch (OperationCanceledException) when (_abandoned.IsCancellationRequested)
            {
                // The bot had to stop; the log says so once for all.
            }
            catch (Exception exception)
            {
                // The adapter answers for what fails in a turn; whatever is left must not stop the conversation's next turn.
                Log.Failed(logger, exception, conversation);
            }
        }
    }

    private Func<CancellationToken, Task>? TakeNext(string conversation)
    {
        lock (_gate)
        {
            if (_waiting[conversation].TryDequeue(out var turn))
            {
                return turn;
            }

            _waiting.Remove(conversation);
            if (_waiting.Count == 0)
            {
                _idle?.TrySetResult();
            }

            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A turn of conversation {Conversation} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string conversation);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Turns were still running when the time to stop was over; they were given up")]
        public static partial void Abandoned(ILogger logger);
    }
}
