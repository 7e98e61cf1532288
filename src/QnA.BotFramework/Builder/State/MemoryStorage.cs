using System.Globalization;
using System.Text.Json;
using QnA.BotFramework.State;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps objects in memory, for tests and development. Safe for use by several threads at once.</summary>
/// <remarks>Objects are kept as JSON: what is read is a copy, made of dictionaries, lists and plain values.</remarks>
public class MemoryStorage : IStorage
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Json, string ETag)> _items = new(StringComparer.Ordinal);
    private long _lastETag;

    /// <summary>Initializes an empty storage.</summary>
    public MemoryStorage()
    {
    }

    /// <inheritdoc/>
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_items.TryGetValue(key, out var item))
                {
                    found[key] = StoredJson.Read(JsonElement.Parse(item.Json), item.ETag);
                }
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <inheritdoc/>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var items = changes.ToDictionary(
            c => c.Key, c => (Json: StoredJson.Write(c.Key, c.Value).ToJsonString(), ETag: StoredJson.ETagOf(c.Value)), StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var (key, item) in items)
            {
                var stored = _items.TryGetValue(key, out var found) ? found.ETag : string.Empty;
                if (item.ETag is not null && item.ETag != stored)
                {
                    throw new ETagConflictException(key);
                }
            }

            foreach (var (key, item) in items)
            {
                var eTag = (++_lastETag).ToString(CultureInfo.InvariantCulture);
                _items[key] = (item.Json, eTag);
                StoredJson.SetETag(changes[key], eTag);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                _items.Remove(key);
            }
        }

        return Task.CompletedTask;
    }
}
