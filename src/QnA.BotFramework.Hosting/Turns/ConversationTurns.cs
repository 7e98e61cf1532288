using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace QnA.BotFramework.Hosting;

/// <summary>
/// Runs the turns of all activities, whatever way they come in: within a conversation one at a time and in the order in which they
/// arrived, across conversations side by side.
/// </summary>
/// <remarks>
/// Whoever takes activities in gives each a place with <see cref="TryEnter"/>, says with <see cref="TurnPlace.TryAccept"/> that its
/// sender is known, and runs it with <see cref="TurnPlace.RunAsync"/>. When the host stops, no place is given any more, and the turns
/// that have one are awaited for <see cref="TurnOptions.DrainTimeout"/> and then cancelled. Safe for concurrent use.
/// </remarks>
public sealed partial class ConversationTurns : IHostedService, IDisposable
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IArrivalObserver[] _observers;
    private readonly TurnOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<ConversationTurns> _logger;
    private readonly RecentActivities _recent;
    private readonly ConcurrentDictionary<Activity, TurnPlace> _running = new(ReferenceEqualityComparer.Instance);
    private readonly CancellationTokenSource _cancelled = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (TurnPlace Last, int Count)> _conversations = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _stopping;

    /// <summary>Initializes an engine without turns.</summary>
    /// <param name="scopes">Makes the scope of each turn, from which it takes its <see cref="IBot"/>.</param>
    /// <param name="observers">What sees activities before they wait for their turn.</param>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="logger">Takes what is reported.</param>
    public ConversationTurns(
        IServiceScopeFactory scopes, IEnumerable<IArrivalObserver> observers, IOptions<TurnOptions> options, TimeProvider timeProvider,
        ILogger<ConversationTurns> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _scopes = scopes;
        _observers = [.. observers];
        _options = options.Value;
        _timeProvider = timeProvider;
        _logger = logger;
        _recent = new RecentActivities(timeProvider, options.Value.RepeatWindow);
    }

    /// <summary>Gives an activity the next place in its conversation.</summary>
    /// <param name="activity">The activity, with its channel and conversation.</param>
    /// <returns>
    /// The place, to be disposed; <see langword="null"/> where <see cref="TurnOptions.MaxWaiting"/> places of the conversation are taken, and
    /// where the host is stopping.
    /// </returns>
    public TurnPlace? TryEnter(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var conversation = $"{activity.ChannelId}\n{activity.Conversation?.Id}";
        lock (_lock)
        {
            var (last, count) = _conversations.GetValueOrDefault(conversation);
            if (_stopping || count >= _options.MaxWaiting)
            {
                return null;
            }

            var place = new TurnPlace(this, activity, conversation, last?.Ended ?? Task.CompletedTask);
            _conversations[conversation] = (place, count + 1);
            return place;
        }
    }

    /// <summary>Marks the running turn of an activity as failed: its handler has told the person, but when the activity is sent again it is answered.</summary>
    /// <param name="activity">The activity of the turn, the same object.</param>
    public void MarkFailed(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (_running.TryGetValue(activity, out var place))
        {
            place.IsFailed = true;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _stopping = true;
            SetIdle();
        }

        try
        {
            await _idle.Task.WaitAsync(_options.DrainTimeout, _timeProvider, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            Log.NotDrained(_logger, _running.Count);
            await _cancelled.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cancelled.Dispose();

    internal bool TryAccept(Activity activity, string? repeatKey)
    {
        if (repeatKey is not null && !_recent.TryAdd(repeatKey))
        {
            Log.Repeated(_logger, activity.Id, activity.Conversation?.Id);
            return false;
        }

        foreach (var observer in _observers)
        {
            observer.OnArrival(activity);
        }

        return true;
    }

    internal string? IdOf(string repeatKey) => _recent.IdOf(repeatKey);

    internal void SetId(string repeatKey, string id) => _recent.SetId(repeatKey, id);

    internal async Task RunAsync(
        TurnPlace place, string? repeatKey, Task earlier, Func<IBot, CancellationToken, Task> run, CancellationToken hungUp)
    {
        using var either = hungUp.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(_cancelled.Token, hungUp) : null;
        var token = either?.Token ?? _cancelled.Token;
        var isDone = false;
        _running.TryAdd(place.Activity, place);
        try
        {
            await earlier.WaitAsync(token);
            await using var scope = _scopes.CreateAsyncScope();
            await run(scope.ServiceProvider.GetRequiredService<IBot>(), token);
            isDone = !place.IsFailed;
        }
        catch (OperationCanceledException) when (hungUp.IsCancellationRequested && !_cancelled.IsCancellationRequested)
        {
            Log.HungUp(_logger, place.Activity.Conversation?.Id);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !_cancelled.IsCancellationRequested)
        {
            Log.Failed(_logger, place.Activity.Conversation?.Id, exception);
            throw;
        }
        finally
        {
            _running.TryRemove(place.Activity, out _);
            if (!isDone && repeatKey is not null)
            {
                _recent.Remove(repeatKey);
            }
        }
    }

    internal void Leave(string conversation)
    {
        lock (_lock)
        {
            var (last, count) = _conversations[conversation];
            if (count > 1)
            {
                _conversations[conversation] = (last, count - 1);
                return;
            }

            _conversations.Remove(conversation);
            SetIdle();
        }
    }

    private void SetIdle()
    {
        if (_stopping && _conversations.Count == 0)
        {
            _idle.TrySetResult();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Activity {Activity} of conversation {Conversation} was sent again and is not answered again")]
        public static partial void Repeated(ILogger logger, string? activity, string? conversation);

        [LoggerMessage(Level = LogLevel.Information, Message = "Who asked in conversation {Conversation} hung up before the answer; the turn was ended")]
        public static partial void HungUp(ILogger logger, string? conversation);

        [LoggerMessage(Level = LogLevel.Error, Message = "A turn of conversation {Conversation} failed outside of the adapter's error handler")]
        public static partial void Failed(ILogger logger, string? conversation, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Count} turns had not ended when the host stopped, and were cancelled")]
        public static partial void NotDrained(ILogger logger, int count);
    }
}
