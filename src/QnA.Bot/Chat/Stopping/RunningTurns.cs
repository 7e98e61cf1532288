using System.Collections.Concurrent;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Hosting;
using QnA.Core.Conversations;

namespace QnA.Bot.Chat.Stopping;

/// <summary>Knows which person's message is being answered, and ends that when the same person says stop in the same conversation.</summary>
/// <remarks>Turns of a conversation wait for each other, so the stop is seen when it arrives. Safe for concurrent use.</remarks>
internal sealed class RunningTurns : IArrivalObserver
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);

    public void OnArrival(Activity activity)
    {
        if (IsStop(activity) && _running.TryGetValue(KeyOf(activity), out var running))
        {
            // Whoever is waiting on the token goes on elsewhere: the channel's request does not wait for them.
            _ = running.CancelAsync();
        }
    }

    /// <summary>Tells whether an activity asks to stop.</summary>
    public static bool IsStop(Activity activity) =>
        activity.Type == ActivityTypes.Message && ChatCommandWord.Stop.IsCalledBy(activity.RemoveRecipientMention() ?? "");

    /// <summary>Begins a turn.</summary>
    /// <returns>What is cancelled when the person says stop.</returns>
    public CancellationToken Begin(Activity activity) => _running.GetOrAdd(KeyOf(activity), _ => new CancellationTokenSource()).Token;

    /// <summary>Ends a turn.</summary>
    public void End(Activity activity) => _running.TryRemove(KeyOf(activity), out _);

    private static string KeyOf(Activity activity) => $"{activity.ChannelId}\n{activity.Conversation?.Id}\n{activity.From?.Id}";
}
