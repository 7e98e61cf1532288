using System.Text.Json;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>Takes what is said in conversations.</summary>
public interface ITranscriptLogger
{
    /// <summary>Takes an activity.</summary>
    /// <param name="activity">The activity; a copy that no one else changes.</param>
    /// <returns>A task that ends when it is taken.</returns>
    Task LogActivityAsync(IActivity activity);
}

/// <summary>Keeps what is said in conversations.</summary>
public interface ITranscriptStore : ITranscriptLogger
{
    /// <summary>Gets a conversation's activities, oldest first.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="continuationToken">The token of the page before; null for the first page.</param>
    /// <param name="startDate">The earliest time; any when it is the default.</param>
    /// <returns>A page of activities.</returns>
    Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default);

    /// <summary>Gets a channel's conversations, newest first.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="continuationToken">The token of the page before; null for the first page.</param>
    /// <returns>A page of conversations.</returns>
    Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null);

    /// <summary>Deletes a conversation's activities.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <returns>A task that ends when they are deleted.</returns>
    Task DeleteTranscriptAsync(string channelId, string conversationId);
}

/// <summary>One page of results.</summary>
/// <typeparam name="T">What the results are.</typeparam>
public class PagedResult<T>
{
    /// <summary>Gets or sets the results of this page.</summary>
    public T[] Items { get; set; } = [];

    /// <summary>Gets or sets the token of the next page; null on the last.</summary>
    public string? ContinuationToken { get; set; }
}

/// <summary>A conversation of which there is a transcript.</summary>
public class TranscriptInfo
{
    /// <summary>Gets or sets the channel.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Gets or sets the conversation's id.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets when the conversation began.</summary>
    public DateTimeOffset Created { get; set; }
}

/// <summary>Records what comes in and what goes out, updates and deletions too.</summary>
/// <param name="transcriptLogger">Takes the record; it is called after the turn, in order.</param>
public class TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger) : IMiddleware
{
    private readonly ITranscriptLogger _logger = transcriptLogger ?? throw new ArgumentNullException(nameof(transcriptLogger));

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextTurn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(nextTurn);
        var record = new List<Activity>();
        if (turnContext.Activity.Type != ActivityTypes.Event || turnContext.Activity.Name != "ContinueConversation")
        {
            record.Add(Stamp(Copy(turnContext.Activity), incoming: true));
        }

        turnContext.OnSendActivities(async (_, activities, next) =>
        {
            var responses = await next();
            record.AddRange(activities.Select(a => Stamp(Copy(a), incoming: false)));
            return responses;
        });
        turnContext.OnUpdateActivity(async (_, activity, next) =>
        {
            var response = await next();
            var update = Stamp(Copy(activity), incoming: false);
            update.Type = ActivityTypes.MessageUpdate;
            record.Add(update);
            return response;
        });
        turnContext.OnDeleteActivity(async (_, reference, next) =>
        {
            await next();
            var deletion = new Activity { Type = ActivityTypes.MessageDelete, Id = reference.ActivityId };
            deletion.ApplyConversationReference(reference);
            deletion.ReplyToId = null;
            record.Add(Stamp(deletion, incoming: false));
        });
        try
        {
            await nextTurn(cancellationToken);
        }
        finally
        {
            foreach (var activity in record)
            {
                await _logger.LogActivityAsync(activity);
            }
        }
    }

    private static Activity Copy(Activity activity) =>
        JsonSerializer.Deserialize<Activity>(JsonSerializer.SerializeToUtf8Bytes(activity, SchemaJson.Wire), SchemaJson.Wire)!;

    private static Activity Stamp(Activity activity, bool incoming)
    {
        activity.Timestamp ??= TimeProvider.System.GetUtcNow();
        if (activity.From is { Role: null } from)
        {
            from.Role = incoming ? RoleTypes.User : RoleTypes.Bot;
        }

        return activity;
    }
}
