using System.Globalization;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Hosting;

namespace QnA.Bot.DirectLine;

/// <summary>What was said in one conversation, numbered; a watermark is the number of the last that a client has seen.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class DirectLineConversation(string id, string userId, TimeProvider time)
{
    // An hour of steady talk; a client that was away longer gets the newest.
    private const int MaxKept = 1000;

    private readonly Lock _gate = new();
    private readonly List<(long Number, byte[] Json)> _activities = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _last;
    private long _used = time.GetTimestamp();

    public string Id => id;

    /// <summary>Gets who opened the conversation.</summary>
    public string UserId => userId;

    /// <summary>Gets what is held while an activity of a client takes its place, so that two at once take theirs one after the other.</summary>
    public Lock Arrivals { get; } = new();

    /// <summary>Gets how long nothing was said or read.</summary>
    public TimeSpan Idle => time.GetElapsedTime(Volatile.Read(ref _used));

    /// <summary>Adds an activity and gives it its id and time.</summary>
    /// <returns>The id.</returns>
    public string Append(Activity activity)
    {
        TaskCompletionSource changed;
        string activityId;
        lock (_gate)
        {
            var number = ++_last;
            activityId = string.Create(CultureInfo.InvariantCulture, $"{id}|{number:D7}");
            activity.Id = activityId;
            activity.Timestamp = time.GetUtcNow();
            Keep(number, ActivityJson.Write(activity));
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
        return activityId;
    }

    /// <summary>Gets what came after a watermark, and the new watermark.</summary>
    public DirectLineBatch Read(long watermark)
    {
        Touch();
        lock (_gate)
        {
            return new DirectLineBatch([.. _activities.Where(a => a.Number > watermark).Select(a => a.Json)], _last);
        }
    }

    /// <summary>Waits until something comes after a watermark.</summary>
    public async Task<DirectLineBatch> ReadNextAsync(long watermark, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            var batch = Read(watermark);
            if (batch.Activities.Count > 0)
            {
                return batch;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private void Touch() => Volatile.Write(ref _used, time.GetTimestamp());

    private void Keep(long number, byte[] json)
    {
        Touch();
        _activities.Add((number, json));
        if (_activities.Count > MaxKept)
        {
            _activities.RemoveAt(0);
        }
    }
}

/// <summary>Activities on their way to a client.</summary>
/// <param name="Activities">The activities as JSON, in order.</param>
/// <param name="Watermark">The number of the last of the conversation.</param>
internal sealed record DirectLineBatch(IReadOnlyList<byte[]> Activities, long Watermark)
{
    /// <summary>Writes the set as JSON: <c>{"activities":[…],"watermark":"7"}</c>.</summary>
    public byte[] ToJson()
    {
        using var buffer = new MemoryStream();
        buffer.Write("{\"activities\":["u8);
        for (var i = 0; i < Activities.Count; i++)
        {
            if (i > 0)
            {
                buffer.Write(","u8);
            }

            buffer.Write(Activities[i]);
        }

        buffer.Write(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"],\"watermark\":\"{Watermark}\"}}")));
        return buffer.ToArray();
    }
}
