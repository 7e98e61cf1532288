using Microsoft.Bot.Schema;

namespace QnA.Bot.Streaming;

/// <summary>Marks activities as parts of one answer that grows.</summary>
/// <remarks>
/// Teams reads the entity <c>streaminfo</c> ("Stream bot messages"), Web Chat the same fields in the channel data. The first part has no
/// stream id: the id that the channel gives it is the stream's.
/// </remarks>
internal static class StreamInfo
{
    public const string Informative = "informative";

    public const string Streaming = "streaming";

    public const string Final = "final";

    private const string EntityType = "streaminfo";

    /// <summary>Marks an activity.</summary>
    /// <param name="activity">The activity; its channel data, where it has any, must be a dictionary.</param>
    /// <param name="streamType">One of the constants.</param>
    /// <param name="streamId">The id of the first part; <see langword="null"/> for the first.</param>
    /// <param name="sequence">The number of the part, from 1; <see langword="null"/> for the last, which has none.</param>
    public static void AddTo(Activity activity, string streamType, string? streamId, int? sequence)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal) { ["streamType"] = streamType };
        if (streamId is not null)
        {
            fields["streamId"] = streamId;
        }

        if (sequence is { } number)
        {
            fields["streamSequence"] = number;
        }

        var entity = new Entity();
        entity.SetAs(new Dictionary<string, object?>(fields, StringComparer.Ordinal) { ["type"] = EntityType });
        activity.Entities = [.. activity.Entities ?? [], entity];
        var data = activity.ChannelData as IDictionary<string, object?> ?? new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            data[name] = value;
        }

        activity.ChannelData = data;
    }
}
