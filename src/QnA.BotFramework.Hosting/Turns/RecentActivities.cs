namespace QnA.BotFramework.Hosting;

/// <summary>The ids of the activities of the last minutes. Safe for use by several threads at once.</summary>
internal sealed class RecentActivities(TimeProvider timeProvider, TimeSpan window)
{
    /// <summary>How many ids are kept at most: 100,000 take about 20 MB; the oldest go first.</summary>
    private const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _untils = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset Until)> _order = new();

    /// <summary>Adds an id.</summary>
    /// <returns>False when it is there already.</returns>
    public bool TryAdd(string id)
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
                // An id that was forgotten and came again is in the queue twice, and leaves with its last entry.
                _order.Dequeue();
                if (_untils.TryGetValue(oldest.Id, out var until) && until == oldest.Until)
                {
                    _untils.Remove(oldest.Id);
                }
            }

            if (!_untils.TryAdd(id, now + window))
            {
                return false;
            }

            _order.Enqueue((id, now + window));
            return true;
        }
    }

    /// <summary>Forgets an id whose activity was not handled after all.</summary>
    public void Remove(string id)
    {
        lock (_lock)
        {
            _untils.Remove(id);
        }
    }
}
