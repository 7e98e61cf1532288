namespace QnA.BotFramework.Hosting;

/// <summary>The activities of the last minutes, by what their senders repeat. Safe for use by several threads at once.</summary>
internal sealed class RecentActivities(TimeProvider timeProvider, TimeSpan window)
{
    /// <summary>How many are kept at most: 100,000 take about 20 MB; the oldest go first.</summary>
    private const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateTimeOffset Until, string? Id)> _activities = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, DateTimeOffset Until)> _order = new();

    /// <summary>Adds an activity.</summary>
    /// <returns>False when it is there already.</returns>
    public bool TryAdd(string key)
    {
        if (window <= TimeSpan.Zero)
        {
            return true;
        }

        var now = timeProvider.GetUtcNow();
        lock (_lock)
        {
            while (_order.TryPeek(out var oldest) && (oldest.Until <= now || _order.Count >= Capacity))
            {
                // One that was forgotten and came again is in the queue twice, and leaves with its last entry.
                _order.Dequeue();
                if (_activities.TryGetValue(oldest.Key, out var kept) && kept.Until == oldest.Until)
                {
                    _activities.Remove(oldest.Key);
                }
            }

            if (!_activities.TryAdd(key, (now + window, null)))
            {
                return false;
            }

            _order.Enqueue((key, now + window));
            return true;
        }
    }

    /// <summary>Keeps the id under which an activity is known.</summary>
    public void SetId(string key, string id)
    {
        lock (_lock)
        {
            if (_activities.TryGetValue(key, out var kept))
            {
                _activities[key] = kept with { Id = id };
            }
        }
    }

    /// <summary>Gets the id under which an activity is known.</summary>
    public string? IdOf(string key)
    {
        lock (_lock)
        {
            return _activities.GetValueOrDefault(key).Id;
        }
    }

    /// <summary>Forgets an activity that was not handled after all.</summary>
    public void Remove(string key)
    {
        lock (_lock)
        {
            _activities.Remove(key);
        }
    }
}
