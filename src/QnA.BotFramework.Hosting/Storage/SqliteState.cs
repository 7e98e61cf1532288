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
    public ValueTask<string?> FindDamageAsync(bool thorough, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Exists ? Find(thorough) : null);
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

    private string? Find(bool thorough)
    {
        try
        {
            return thorough ? SqliteCheck.FindDamage(Location) : SqliteCheck.FindUnreadable(Location);
        }
        catch (SqliteException exception)
        {
            return $"The state database {Location} cannot be read: {exception.Message}";
        }
    }
}
