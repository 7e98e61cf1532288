using System.Globalization;
using System.Security.Claims;
using System.Threading.Channels;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>An adapter for tests: turns are started by the test, and what the bot sends waits in a queue.</summary>
/// <remarks>Nothing leaves the process. Safe for use by several threads at once, but for the setting of properties.</remarks>
public class TestAdapter : BotAdapter
{
    private readonly Lock _lock = new();
    private readonly Channel<int> _arrivals = Channel.CreateUnbounded<int>();
    private int _lastId = -1;

    /// <summary>Initializes an adapter for a channel, with a user, a bot and a conversation of its own.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="sendTraceActivity">Whether traces wait in the queue too.</param>
    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(CreateConversationOn(channelId), sendTraceActivity)
    {
    }

    /// <summary>Initializes an adapter.</summary>
    /// <param name="conversation">The user, bot and conversation; defaults on channel <c>test</c> when null.</param>
    /// <param name="sendTraceActivity">Whether traces wait in the queue too.</param>
    public TestAdapter(ConversationReference? conversation = null, bool sendTraceActivity = false)
    {
        EnableTrace = sendTraceActivity;
        Conversation = conversation ?? CreateConversationOn(Connector.Channels.Test);
    }

    /// <summary>Gets or sets a value indicating whether traces wait in the queue too.</summary>
    public bool EnableTrace { get; set; }

    /// <summary>Gets or sets the language of the user's messages, as a BCP 47 tag.</summary>
    /// <value>The default is <c>en-us</c>.</value>
    public string Locale { get; set; } = "en-us";

    /// <summary>Gets what the bot has sent and no one has taken yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    /// <summary>Gets or sets the user, bot and conversation.</summary>
    public ConversationReference Conversation { get; set; }

    /// <summary>Makes a user, a bot and a conversation.</summary>
    /// <param name="name">The conversation's name and id.</param>
    /// <param name="user">The user's name; the id is its lower case.</param>
    /// <param name="bot">The bot's name; the id is its lower case.</param>
    /// <returns>A reference on channel <c>test</c>.</returns>
    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot")
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(bot);
        var reference = CreateConversationOn(Connector.Channels.Test);
        reference.Conversation = new ConversationAccount(isGroup: false, conversationType: name, id: name);
        reference.User = new ChannelAccount(user.ToLowerInvariant(), user);
        reference.Bot = new ChannelAccount(bot.ToLowerInvariant(), bot);
        return reference;
    }

    /// <summary>Adds middleware that runs around every turn.</summary>
    /// <param name="middleware">The middleware.</param>
    /// <returns>This adapter.</returns>
    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs the turn of an activity, which is completed with the user, the bot and the conversation where it lacks them.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler? callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        activity.Type ??= ActivityTypes.Message;
        activity.ChannelId ??= Conversation.ChannelId!;
        if (activity.From is null || activity.From.Id == "unknown" || activity.From.Role == RoleTypes.Bot)
        {
            activity.From = Conversation.User!;
        }

        activity.Recipient = Conversation.Bot!;
        activity.Conversation = Conversation.Conversation!;
        activity.ServiceUrl = Conversation.ServiceUrl!;
        activity.Id = NextId();
        activity.Timestamp ??= TimeProvider.System.GetUtcNow();
        activity.LocalTimestamp ??= TimeProvider.System.GetLocalNow();
        using var context = CreateTurnContext(activity);
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        await ProcessActivityAsync(activity, callback, cancellationToken);
        return null;
    }

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (string.IsNullOrEmpty(activity.Id))
            {
                activity.Id = Guid.NewGuid().ToString("n");
            }

            activity.Timestamp ??= TimeProvider.System.GetUtcNow();
            responses[i] = new ResourceResponse(activity.Id);
            if (activity.Type == ActivityTypes.Delay)
            {
                var delay = TimeSpan.FromMilliseconds(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture));
                await Task.Delay(delay, TimeProvider.System, cancellationToken);
            }
            else if (activity.Type != ActivityTypes.Trace || EnableTrace)
            {
                Enqueue(activity);
            }
        }

        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Rewrite(queued => queued.Id == activity.Id ? activity : queued);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Rewrite(queued => queued.Id == reference.ActivityId ? null : queued);
        return Task.CompletedTask;
    }

    /// <summary>Opens a conversation and runs a turn in it.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public async Task CreateConversationAsync(string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Rewrite(_ => null);
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount(id: Guid.NewGuid().ToString("n"));
        using var context = CreateTurnContext(update);
        await callback(context, cancellationToken);
    }

    /// <summary>Takes the next activity that the bot has sent.</summary>
    /// <returns>The activity; null when there is none.</returns>
    public IActivity? GetNextReply()
    {
        lock (_lock)
        {
            return ActiveQueue.TryDequeue(out var activity) ? activity : null;
        }
    }

    /// <summary>Takes the next activity that the bot sends, when it has sent it.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The activity.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public async Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (GetNextReply() is { } reply)
            {
                return reply;
            }

            await _arrivals.Reader.ReadAsync(cancellationToken);
        }
    }

    /// <summary>Makes a message from the user.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The message.</returns>
    public Activity MakeActivity(string? text = null) => new()
    {
        Type = ActivityTypes.Message,
        Locale = Locale,
        From = Conversation.User!,
        Recipient = Conversation.Bot!,
        Conversation = Conversation.Conversation!,
        ServiceUrl = Conversation.ServiceUrl!,
        Id = NextId(),
        Text = text,
    };

    /// <summary>Runs the turn of a message from the user.</summary>
    /// <param name="userSays">The text.</param>
    /// <param name="callback">The turn's code.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler? callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    /// <summary>Makes the context of a turn.</summary>
    /// <param name="activity">The turn's activity.</param>
    /// <returns>The context.</returns>
    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private static ConversationReference CreateConversationOn(string channelId) => new()
    {
        ChannelId = channelId,
        ServiceUrl = "https://test.com",
        User = new ChannelAccount("user1", "User1"),
        Bot = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(isGroup: false, conversationType: "convo1", id: "Conversation1"),
        Locale = "en-us",
    };

    private string NextId() => Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);

    private void Enqueue(Activity activity)
    {
        lock (_lock)
        {
            ActiveQueue.Enqueue(activity);
        }

        _arrivals.Writer.TryWrite(0);
    }

    private void Rewrite(Func<Activity, Activity?> change)
    {
        lock (_lock)
        {
            var kept = ActiveQueue.Select(change).OfType<Activity>().ToList();
            ActiveQueue.Clear();
            kept.ForEach(ActiveQueue.Enqueue);
        }
    }
}
