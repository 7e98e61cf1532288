using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace QnA.Bot.DirectLine;

/// <summary>The open conversations. They live as long as the process; a client whose conversation is gone opens another.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class DirectLineConversations(IOptions<DirectLineOptions> options, TimeProvider time)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DirectLineConversation> _conversations = new(StringComparer.Ordinal);
    private long _lastLook = time.GetTimestamp();

    /// <summary>Gets how many conversations are kept, with those that ended and were not looked for since.</summary>
    public int Count => _conversations.Count;

    /// <summary>Makes an id that nobody can guess.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Opens a conversation, or gets the open one with its id.</summary>
    public DirectLineConversation Open(string id, string userId, out bool isNew)
    {
        if (Find(id) is { } open)
        {
            isNew = false;
            return open;
        }

        MakeRoom();
        var created = new DirectLineConversation(id, userId, time);
        var kept = _conversations.GetOrAdd(id, created);
        isNew = ReferenceEquals(kept, created);
        return kept;
    }

    /// <summary>Finds an open conversation.</summary>
    /// <returns><see langword="null"/> where it has ended or never was.</returns>
    public DirectLineConversation? Find(string id) =>
        _conversations.TryGetValue(id, out var conversation) && conversation.Idle <= options.Value.IdleTimeout ? conversation : null;

    private void MakeRoom()
    {
        RemoveSilent();
        if (_conversations.Count < options.Value.MaxConversations)
        {
            return;
        }

        // A tenth at once, so that a full house does not sort at every arrival.
        var leaving = Math.Max(1, options.Value.MaxConversations / 10);
        foreach (var conversation in _conversations.Values.OrderByDescending(c => c.Idle).Take(leaving))
        {
            _conversations.TryRemove(conversation.Id, out _);
        }
    }

    /// <summary>Gives back the memory of conversations to which nobody may come back, looking for them once a minute at most.</summary>
    private void RemoveSilent()
    {
        var last = Interlocked.Read(ref _lastLook);
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(last, now) < BetweenLooks || Interlocked.CompareExchange(ref _lastLook, now, last) != last)
        {
            return;
        }

        foreach (var conversation in _conversations.Values.Where(c => c.Idle > options.Value.IdleTimeout))
        {
            _conversations.TryRemove(conversation.Id, out _);
        }
    }
}
