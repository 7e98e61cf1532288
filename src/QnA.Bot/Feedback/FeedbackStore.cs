using System.Security.Cryptography;
using System.Text;
using Microsoft.Bot.Builder;
using QnA.Core.Feedback;

namespace QnA.Bot.Feedback;

/// <summary>Keeps what people thought of answers, for as long as the state file lives. Saved at the end of the turn.</summary>
internal sealed class FeedbackStore(FeedbackState state)
{
    // A conversation is written as one row; beyond this the oldest give way.
    private const int MaxEntries = 500;

    private const string Prefix = "reply-";

    /// <summary>Keeps a reaction; one that the same person had to the same answer is replaced.</summary>
    public async Task PutAsync(ITurnContext turnContext, FeedbackEntry entry, CancellationToken cancellationToken)
    {
        await PropertyOf(KeyOf(entry.ActivityId, turnContext.Activity.From?.Id ?? "")).SetAsync(turnContext, entry, cancellationToken);
        var names = Names(turnContext);
        if (names.Count > MaxEntries)
        {
            var kept = await ReadAsync(turnContext, names, cancellationToken);
            foreach (var (name, _) in kept.OrderBy(e => e.Entry.At).Take(names.Count - MaxEntries))
            {
                await PropertyOf(name).DeleteAsync(turnContext, cancellationToken);
            }
        }
    }

    /// <summary>Deletes what people wrote and asked in the conversation; reactions stay, for they count answers and not words.</summary>
    public async Task ForgetTextsAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await state.LoadAsync(turnContext, force: false, cancellationToken);
        foreach (var (name, entry) in await ReadAsync(turnContext, Names(turnContext), cancellationToken))
        {
            await PropertyOf(name).SetAsync(turnContext, entry with { Question = "", Text = "" }, cancellationToken);
        }
    }

    /// <summary>Saves what the turn changed.</summary>
    public Task SaveAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        state.SaveChangesAsync(turnContext, force: false, cancellationToken);

    // The id of a person is needed only to know them again.
    private static string KeyOf(string activityId, string userId) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activityId}\n{userId}")));

    private IStatePropertyAccessor<FeedbackEntry> PropertyOf(string name) => state.CreateProperty<FeedbackEntry>(name);

    private List<string> Names(ITurnContext turnContext) =>
        [.. state.GetCachedState(turnContext)!.State.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal))];

    private async Task<List<(string Name, FeedbackEntry Entry)>> ReadAsync(
        ITurnContext turnContext, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        List<(string, FeedbackEntry)> entries = [];
        foreach (var name in names)
        {
            entries.Add((name, await PropertyOf(name).GetAsync(turnContext, () => new FeedbackEntry(), cancellationToken)));
        }

        return entries;
    }
}
