using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps transcripts in memory, for tests and development. Safe for use by several threads at once.</summary>
public class MemoryTranscriptStore : ITranscriptStore
{
    private const int PageSize = 20;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Channel, string Conversation), List<IActivity>> _transcripts = [];

    /// <inheritdoc/>
    public Task LogActivityAsync(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        lock (_lock)
        {
            var key = (activity.ChannelId ?? string.Empty, activity.Conversation?.Id ?? string.Empty);
            if (!_transcripts.TryGetValue(key, out var transcript))
            {
                _transcripts[key] = transcript = [];
            }

            transcript.Add(activity);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default)
    {
        lock (_lock)
        {
            var transcript = _transcripts.GetValueOrDefault((channelId, conversationId)) ?? [];
            return Task.FromResult(Page(transcript.Where(a => a.Timestamp >= startDate).OrderBy(a => a.Timestamp), continuationToken));
        }
    }

    /// <inheritdoc/>
    public Task DeleteTranscriptAsync(string channelId, string conversationId)
    {
        lock (_lock)
        {
            _transcripts.Remove((channelId, conversationId));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null)
    {
        lock (_lock)
        {
            var conversations = _transcripts
                .Where(t => t.Key.Channel == channelId)
                .Select(t => new TranscriptInfo { ChannelId = channelId, Id = t.Key.Conversation, Created = t.Value.Min(a => a.Timestamp) ?? default })
                .OrderByDescending(t => t.Created);
            return Task.FromResult(Page(conversations, continuationToken));
        }
    }

    private static PagedResult<T> Page<T>(IEnumerable<T> all, string? continuationToken)
    {
        var start = int.TryParse(continuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        var items = all.Skip(start).Take(PageSize + 1).ToArray();
        return new PagedResult<T>
        {
            Items = items is { Length: > PageSize } ? items[..PageSize] : items,
            ContinuationToken = items.Length > PageSize ? (start + PageSize).ToString(CultureInfo.InvariantCulture) : null,
        };
    }
}
