using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using QnA.Bot.Hosting;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace QnA.Bot.Turns;

/// <summary>Bounds how much one person may ask: whoever asks more in a minute is told so once, and then not answered until it is over.</summary>
/// <remarks>A channel would send a refused request again, so the person is told in the conversation. Safe for concurrent use.</remarks>
internal sealed class MessageLimit(IOptionsMonitor<BotOptions> options, TimeProvider time) : IMiddleware
{
    private const string TooMuch = "You have asked a lot within a minute. Please wait a minute, then go on.";

    // About 10 MB; more people than that in one minute are beyond one process.
    private const int MaxPeople = 100_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Started, int Count)> _people = new(StringComparer.Ordinal);
    private long _lastLook = time.GetTimestamp();

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        var limit = options.CurrentValue.MessagesPerMinute;
        var count = activity.Type == ActivityTypes.Message && limit > 0 ? Count($"{activity.ChannelId}\n{activity.From?.Id}") : 0;
        if (count <= limit)
        {
            await next(cancellationToken);
        }
        else if (count == limit + 1)
        {
            await turnContext.SendActivityAsync(MessageFactory.Text(TooMuch), cancellationToken);
        }
    }

    private int Count(string person)
    {
        lock (_gate)
        {
            if (_people.TryGetValue(person, out var window) && time.GetElapsedTime(window.Started) < Window)
            {
                _people[person] = window with { Count = window.Count + 1 };
                return window.Count + 1;
            }

            if (_people.Count >= MaxPeople || time.GetElapsedTime(_lastLook) >= Window)
            {
                MakeRoom();
            }

            _people[person] = (time.GetTimestamp(), 1);
            return 1;
        }
    }

    private void MakeRoom()
    {
        _lastLook = time.GetTimestamp();
        foreach (var (person, window) in _people)
        {
            if (time.GetElapsedTime(window.Started) >= Window)
            {
                _people.Remove(person);
            }
        }

        if (_people.Count >= MaxPeople)
        {
            _people.Clear();
        }
    }
}
