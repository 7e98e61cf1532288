using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using QnA.Core.Conversations;
using QnA.Core.Feedback;

namespace QnA.BotFramework.Hosting;

/// <summary>The state file of <see cref="StateOptions"/>, looked at without being made or changed.</summary>
internal sealed class SqliteState(IOptions<StateOptions> options) : IStateStore
{
    private const string FeedbackPrefix = "feedback/";

    /// <inheritdoc/>
    public string Location => options.Value.Path;

    /// <inheritdoc/>
    public bool Exists => File.Exists(Location);

    /// <inheritdoc/>
    public async ValueTask<string?> FindDamageAsync(CancellationToken cancellationToken)
    {
        if (!Exists)
        {
            return null;
        }

        try
        {
            return await SqliteCheck.FindDamageAsync(Location, cancellationToken);
        }
        catch (SqliteException exception)
        {
            return $"{Location} cannot be read: {exception.Message}";
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<FeedbackEntry> ReadFeedbackAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var storage = new SqliteStorage(Location);
        await foreach (var (_, item) in storage.ListAsync(FeedbackPrefix, cancellationToken))
        {
            foreach (var entry in item.Values.OfType<Dictionary<string, object>>())
            {
                yield return JsonSerializer.SerializeToElement(entry).Deserialize<FeedbackEntry>()!;
            }
        }
    }
}
