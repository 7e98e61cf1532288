using System.Text.Json;
using QnA.BotFramework.Hosting;
using QnA.Core.Feedback;

namespace QnA.Cli.Feedback;

/// <summary>Reads the feedback that a bot has kept in its state.</summary>
internal static class FeedbackReader
{
    private const string Prefix = "feedback/";

    /// <summary>Reads all feedback, oldest first.</summary>
    public static async Task<IReadOnlyList<FeedbackEntry>> ReadAsync(SqliteStorage storage, CancellationToken cancellationToken)
    {
        List<FeedbackEntry> entries = [];
        await foreach (var (_, item) in storage.ListAsync(Prefix, cancellationToken))
        {
            entries.AddRange(item.Values.OfType<Dictionary<string, object>>().Select(Read));
        }

        return [.. entries.OrderBy(e => e.At).ThenBy(e => e.ActivityId, StringComparer.Ordinal)];
    }

    private static FeedbackEntry Read(Dictionary<string, object> entry) =>
        JsonSerializer.SerializeToElement(entry).Deserialize<FeedbackEntry>()!;
}
