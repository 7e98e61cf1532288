using Microsoft.Bot.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace QnA.BotFramework.Hosting;

/// <summary>The first middleware of every turn: an activity that was sent again ends here, any other waits until it is its turn.</summary>
/// <remarks>It runs after authentication, so a forged request can neither hold up a conversation nor use up an activity's id.</remarks>
public sealed partial class TurnGate : IMiddleware
{
    private readonly AsyncLocal<ConversationQueue.Place?> _place = new();
    private readonly RecentActivities _recent;
    private readonly IArrivalObserver[] _observers;
    private readonly ILogger<TurnGate> _logger;

    /// <summary>Initializes the gate.</summary>
    /// <param name="options">The options.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="observers">What sees activities before they wait.</param>
    /// <param name="logger">Takes what is reported.</param>
    public TurnGate(IOptions<TurnOptions> options, TimeProvider timeProvider, IEnumerable<IArrivalObserver> observers, ILogger<TurnGate> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _observers = [.. observers];
        _recent = new RecentActivities(timeProvider, options.Value.RepeatWindow);
        _logger = logger;
    }

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(next);
        if (_place.Value is not { } place)
        {
            await next(cancellationToken);
            return;
        }

        var activity = turnContext.Activity;
        var id = string.IsNullOrEmpty(activity.Id) || activity.Type == "invoke"
            ? null
            : $"{activity.ChannelId}\n{activity.Conversation?.Id}\n{activity.Type}\n{activity.Id}";
        if (id is not null && !_recent.TryAdd(id))
        {
            Log.Repeated(_logger, activity.Id, activity.Conversation?.Id);
            return;
        }

        try
        {
            foreach (var observer in _observers)
            {
                observer.OnArrival(activity);
            }

            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, place.HungUp);
            await place.WaitAsync(stop.Token);
            await next(stop.Token);
        }
        catch (OperationCanceledException) when (place.HungUp.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Log.HungUp(_logger, activity.Conversation?.Id);
            Forget(id);
        }
        catch when (id is not null)
        {
            Forget(id);
            throw;
        }
    }

    /// <summary>Makes the turn that the caller goes on to start wait for its place.</summary>
    internal void Enter(ConversationQueue.Place place) => _place.Value = place;

    private void Forget(string? id)
    {
        if (id is not null)
        {
            _recent.Remove(id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Who asked in conversation {Conversation} hung up before the answer; the turn was ended")]
        public static partial void HungUp(ILogger logger, string? conversation);

        [LoggerMessage(Level = LogLevel.Information, Message = "Activity {Activity} of conversation {Conversation} was sent again and is not answered again")]
        public static partial void Repeated(ILogger logger, string? activity, string? conversation);
    }
}
