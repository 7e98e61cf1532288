using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>Compares a reply with what was expected; throws when it differs.</summary>
/// <param name="expected">The activity that was expected.</param>
/// <param name="actual">The reply.</param>
public delegate void ValidateReply(IActivity expected, IActivity actual);

/// <summary>A conversation written down as steps: what the user sends and what the bot must answer.</summary>
/// <remarks>
/// Each method gives a new flow whose step runs after the earlier ones; await <see cref="StartTestAsync"/> for the outcome.
/// A reply that differs ends the flow with <see cref="InvalidOperationException"/>, one that does not come in time with
/// <see cref="TimeoutException"/>.
/// </remarks>
public class TestFlow
{
    private readonly TestAdapter _adapter;
    private readonly BotCallbackHandler? _callback;
    private readonly Task _steps;

    /// <summary>Initializes an empty flow.</summary>
    /// <param name="adapter">The adapter.</param>
    /// <param name="callback">The turns' code.</param>
    public TestFlow(TestAdapter adapter, BotCallbackHandler? callback = null)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        _adapter = adapter;
        _callback = callback;
        _steps = Task.CompletedTask;
    }

    /// <summary>Initializes a flow that goes on from another.</summary>
    /// <param name="task">The steps until here.</param>
    /// <param name="flow">The other flow.</param>
    public TestFlow(Task? task, TestFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        _adapter = flow._adapter;
        _callback = flow._callback;
        _steps = task ?? Task.CompletedTask;
    }

    /// <summary>Initializes a flow that goes on from another.</summary>
    /// <param name="getTask">Starts the steps until here.</param>
    /// <param name="flow">The other flow.</param>
    public TestFlow(Func<Task>? getTask, TestFlow flow)
        : this(getTask?.Invoke(), flow)
    {
    }

    /// <summary>Initializes an empty flow.</summary>
    /// <param name="adapter">The adapter.</param>
    /// <param name="bot">The bot.</param>
    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, (bot ?? throw new ArgumentNullException(nameof(bot))).OnTurnAsync)
    {
    }

    /// <summary>Gets the outcome of all steps.</summary>
    /// <returns>A task that ends with the last step, or fails with the first that failed.</returns>
    [SuppressMessage("Usage", "VSTHRD003:Avoid awaiting foreign Tasks", Justification = "Every step starts when it is added; there is no context to deadlock with.")]
    public Task StartTestAsync() => _steps;

    /// <summary>The user sends a text.</summary>
    /// <param name="userSays">The text.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => _adapter.SendTextToBotAsync(userSays, _callback, CancellationToken.None));
    }

    /// <summary>The user joins the conversation.</summary>
    /// <returns>The flow with this step.</returns>
    public TestFlow SendConversationUpdate() => Then(() =>
    {
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.MembersAdded!.Add(_adapter.Conversation.User!);
        return _adapter.ProcessActivityAsync(update, _callback, CancellationToken.None);
    });

    /// <summary>The user's side sends an activity.</summary>
    /// <param name="userActivity">The activity.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => _adapter.ProcessActivityAsync((Activity)userActivity, _callback, CancellationToken.None));
    }

    /// <summary>Time passes.</summary>
    /// <param name="ms">How long, in milliseconds.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    /// <summary>Time passes.</summary>
    /// <param name="timespan">How long.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan, TimeProvider.System));

    /// <summary>The bot must answer a text.</summary>
    /// <param name="expected">The text; white space around it does not count.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow AssertReply(string expected, string? description = null, uint timeout = 3000) =>
        AssertReply(_adapter.MakeActivity(expected), description ?? expected, timeout);

    /// <summary>The bot must answer with a text that contains another.</summary>
    /// <param name="expected">The text contained.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow AssertReplyContains(string expected, string? description = null, uint timeout = 3000) => AssertReply(
        reply =>
        {
            if (TextOf(reply)?.Contains(expected, StringComparison.Ordinal) != true)
            {
                throw Differs(description, expected, reply);
            }
        },
        description,
        timeout);

    /// <summary>The bot must answer with an activity of the same type and text as another.</summary>
    /// <param name="expected">The other activity.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow AssertReply(IActivity expected, [CallerMemberName] string? description = null, uint timeout = 3000) =>
        AssertReply(expected, equalityComparer: null, description, timeout);

    /// <summary>The bot must answer with an activity that equals another.</summary>
    /// <param name="expected">The other activity.</param>
    /// <param name="equalityComparer">What equal means; the same text when null.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow AssertReply(
        IActivity expected, IEqualityComparer<IActivity>? equalityComparer, [CallerMemberName] string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(
            reply =>
            {
                if (expected.Type != reply.Type)
                {
                    throw new InvalidOperationException($"{description}: Type should match: expected {expected.Type}, received {reply.Type}");
                }

                if (!(equalityComparer?.Equals(expected, reply) ?? TextOf(expected)?.Trim() == TextOf(reply)?.Trim()))
                {
                    throw Differs(description, TextOf(expected), reply);
                }
            },
            description,
            timeout);
    }

    /// <summary>The bot must answer with an activity that passes a check.</summary>
    /// <param name="validateActivity">The check; it throws when the activity does not pass.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow AssertReply(
        Action<IActivity> validateActivity, [CallerMemberName] string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async () =>
        {
            var reply = await NextReplyAsync(timeout)
                ?? throw new TimeoutException($"{description}: no reply was received within {timeout} ms.");
            validateActivity(reply);
        });
    }

    /// <summary>The bot must not answer.</summary>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow AssertNoReply([CallerMemberName] string? description = null, uint timeout = 3000) => Then(async () =>
    {
        if (await NextReplyAsync(timeout) is { } reply)
        {
            throw new InvalidOperationException($"{description}: no reply was expected, but '{TextOf(reply) ?? reply.Type}' was received.");
        }
    });

    /// <summary>The user sends a text, and the bot must answer another.</summary>
    /// <param name="userSays">The user's text.</param>
    /// <param name="expected">The bot's text.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with these steps.</returns>
    public TestFlow Test(string userSays, string expected, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    /// <summary>The user sends a text, and the bot must answer with an activity of the same type and text as another.</summary>
    /// <param name="userSays">The user's text.</param>
    /// <param name="expected">The other activity.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with these steps.</returns>
    public TestFlow Test(string userSays, Activity expected, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    /// <summary>The user sends a text, and the bot must answer with an activity that passes a check.</summary>
    /// <param name="userSays">The user's text.</param>
    /// <param name="validateActivity">The check; it throws when the activity does not pass.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with these steps.</returns>
    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(validateActivity, description, timeout);

    /// <summary>Plays a transcript: the user's activities are sent, the bot's are expected.</summary>
    /// <param name="activities">The transcript.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait for each reply, in milliseconds.</param>
    /// <returns>The flow with these steps.</returns>
    public TestFlow Test(IEnumerable<IActivity> activities, [CallerMemberName] string? description = null, uint timeout = 3000) =>
        Play(activities, (flow, expected) => flow.AssertReply(expected, description, timeout));

    /// <summary>Plays a transcript: the user's activities are sent, the bot's are compared with the replies.</summary>
    /// <param name="activities">The transcript.</param>
    /// <param name="validateReply">Compares; it throws when a reply differs.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait for each reply, in milliseconds.</param>
    /// <returns>The flow with these steps.</returns>
    public TestFlow Test(
        IEnumerable<IActivity> activities, ValidateReply validateReply, [CallerMemberName] string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateReply);
        return Play(activities, (flow, expected) => flow.AssertReply(reply => validateReply(expected, reply), description, timeout));
    }

    /// <summary>The bot must answer one of several texts.</summary>
    /// <param name="candidates">The texts.</param>
    /// <param name="description">What the error says first.</param>
    /// <param name="timeout">How long to wait, in milliseconds.</param>
    /// <returns>The flow with this step.</returns>
    public TestFlow AssertReplyOneOf(string[] candidates, string? description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                if (!candidates.Contains(TextOf(reply), StringComparer.Ordinal))
                {
                    throw Differs(description, string.Join(" | ", candidates), reply);
                }
            },
            description,
            timeout);
    }

    private static string? TextOf(IActivity activity) => activity.AsMessageActivity()?.Text;

    private static InvalidOperationException Differs(string? description, string? expected, IActivity reply) =>
        new($"{description}:\nExpected:{expected}\nReceived:{TextOf(reply) ?? $"Not a Message Activity but {reply.Type}"}");

    private TestFlow Play(IEnumerable<IActivity> activities, Func<TestFlow, IActivity, TestFlow> expect)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return activities.Aggregate(
            this,
            (flow, activity) => string.Equals(activity.From?.Role, RoleTypes.User, StringComparison.OrdinalIgnoreCase)
                ? flow.Send(activity)
                : expect(flow, activity));
    }

    private TestFlow Then(Func<Task> step) => new(
        async () =>
        {
            await StartTestAsync();
            await step();
        },
        this);

    private async Task<IActivity?> NextReplyAsync(uint timeout)
    {
        using var ended = new CancellationTokenSource();
        if (!System.Diagnostics.Debugger.IsAttached)
        {
            ended.CancelAfter(TimeSpan.FromMilliseconds(timeout));
        }

        try
        {
            return await _adapter.GetNextReplyAsync(ended.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
