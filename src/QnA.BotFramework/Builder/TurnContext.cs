using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>One turn: an incoming activity and the means to answer it. Not safe for use by several threads at once.</summary>
public class TurnContext : ITurnContext, IDisposable
{
    private const string LocaleKey = "turn.locale";

    private readonly List<SendActivitiesHandler> _sendHandlers = [];
    private readonly List<UpdateActivityHandler> _updateHandlers = [];
    private readonly List<DeleteActivityHandler> _deleteHandlers = [];

    /// <summary>Initializes a turn.</summary>
    /// <param name="adapter">The adapter that runs the turn.</param>
    /// <param name="activity">The incoming activity.</param>
    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
        TurnState = [];
        BufferedReplyActivities = [];
    }

    /// <summary>Initializes a turn that shares adapter, values, handlers and buffer with another but has its own activity.</summary>
    /// <param name="turnContext">The other turn.</param>
    /// <param name="activity">The activity.</param>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = turnContext.Adapter;
        TurnState = turnContext.TurnState;
        Activity = activity;
        Responded = turnContext.Responded;
        var shared = turnContext as TurnContext;
        BufferedReplyActivities = shared?.BufferedReplyActivities ?? [];
        if (shared is not null)
        {
            _sendHandlers = shared._sendHandlers;
            _updateHandlers = shared._updateHandlers;
            _deleteHandlers = shared._deleteHandlers;
        }
    }

    /// <inheritdoc/>
    public BotAdapter Adapter { get; }

    /// <inheritdoc/>
    public TurnContextStateCollection TurnState { get; }

    /// <summary>Gets or sets the language of the turn, as a BCP 47 tag; the activity's until it is set.</summary>
    public string? Locale
    {
        get => TurnState.Get<string?>(LocaleKey) ?? Activity.Locale;
        set => TurnState.Set(LocaleKey, value);
    }

    /// <inheritdoc/>
    public Activity Activity { get; }

    /// <inheritdoc/>
    public bool Responded { get; private set; }

    /// <summary>Gets the replies that go into the HTTP response, when the activity expects replies there.</summary>
    public List<Activity> BufferedReplyActivities { get; }

    private bool IsBuffered => string.Equals(Activity.DeliveryMode, DeliveryModes.ExpectReplies, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _sendHandlers.Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _updateHandlers.Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _deleteHandlers.Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string? speak = null, string? inputHint = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(textReplyToSend);
        var message = new Activity { Type = ActivityTypes.Message, Text = textReplyToSend };
        message.Speak = string.IsNullOrEmpty(speak) ? null : speak;
        message.InputHint = string.IsNullOrEmpty(inputHint) ? null : inputHint;
        return SendActivityAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses is [var first, ..] ? first : new ResourceResponse();
    }

    /// <inheritdoc/>
    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("There must be at least one activity to send.", nameof(activities));
        }

        var reference = Activity.GetConversationReference();
        var addressed = new List<Activity>(activities.Length);
        foreach (var activity in activities)
        {
            addressed.Add(activity.ApplyConversationReference(reference));
        }

        return SendThroughAsync(0, addressed, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var addressed = activity.ApplyConversationReference(Activity.GetConversationReference());
        return UpdateThroughAsync(0, addressed, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteThroughAsync(0, reference, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteThroughAsync(0, conversationReference, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the turn's values.</summary>
    /// <param name="disposing">False when called by a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            TurnState.Dispose();
        }
    }

    private Task<ResourceResponse[]> SendThroughAsync(int index, List<Activity> activities, CancellationToken cancellationToken) =>
        index < _sendHandlers.Count
            ? _sendHandlers[index](this, activities, () => SendThroughAsync(index + 1, activities, cancellationToken))
            : SendNowAsync(activities, cancellationToken);

    private async Task<ResourceResponse[]> SendNowAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        if (activities.Count == 0)
        {
            return [];
        }

        ResourceResponse[] responses;
        if (IsBuffered)
        {
            responses = ReplyBuffer.Add(this, activities);
        }
        else
        {
            responses = await Adapter.SendActivitiesAsync(this, [.. activities], cancellationToken);
            if (responses is null || responses.Length != activities.Count)
            {
                throw new InvalidOperationException(
                    $"{Adapter.GetType().Name}.{nameof(BotAdapter.SendActivitiesAsync)} gave {responses?.Length ?? 0} responses for {activities.Count} activities; it must give one for each.");
            }

            for (var i = 0; i < responses.Length; i++)
            {
                activities[i].Id = responses[i].Id;
            }
        }

        Responded |= activities.Exists(a => a.Type != ActivityTypes.Trace);
        return responses;
    }

    private Task<ResourceResponse> UpdateThroughAsync(int index, Activity activity, CancellationToken cancellationToken)
    {
        if (index < _updateHandlers.Count)
        {
            return _updateHandlers[index](this, activity, () => UpdateThroughAsync(index + 1, activity, cancellationToken));
        }

        return IsBuffered
            ? Task.FromResult(ReplyBuffer.Update(this, activity))
            : Adapter.UpdateActivityAsync(this, activity, cancellationToken);
    }

    private Task DeleteThroughAsync(int index, ConversationReference reference, CancellationToken cancellationToken)
    {
        if (index < _deleteHandlers.Count)
        {
            return _deleteHandlers[index](this, reference, () => DeleteThroughAsync(index + 1, reference, cancellationToken));
        }

        if (IsBuffered)
        {
            ReplyBuffer.Delete(this, reference);
            return Task.CompletedTask;
        }

        return Adapter.DeleteActivityAsync(this, reference, cancellationToken);
    }
}
