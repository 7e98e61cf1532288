using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.TraceExtensions;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Builder;

public sealed class TurnTests
{
    [Fact]
    public async Task Turn_WithMiddleware_RunsCultureThenMiddlewareThenBotAndOnTurnErrorAroundAll()
    {
        List<string> order = [];
        var adapter = new TestAdapter { Locale = "de-DE" };
        adapter.OnTurnError = (_, exception) =>
        {
            order.Add("error " + exception.Message);
            return Task.CompletedTask;
        };
        adapter.Use(new Recorder(order, "outer")).Use(new Recorder(order, "inner"));

        await adapter.SendTextToBotAsync("x", (_, _) => throw new InvalidOperationException("bot"), TestContext.Current.CancellationToken);

        Assert.Equal(["outer de-DE", "inner de-DE", "error bot"], order);
    }

    [Fact]
    public async Task Turn_UnknownLocale_KeepsTheMachinesCulture()
    {
        var adapter = new TestAdapter { Locale = "not a locale!" };
        CultureInfo? culture = null;

        await adapter.SendTextToBotAsync(
            "x",
            (_, _) =>
            {
                culture = CultureInfo.CurrentCulture;
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(CultureInfo.CurrentCulture, culture);
    }

    [Fact]
    public async Task Turn_WithoutOnTurnError_ThrowsToTheCaller()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TestAdapter().SendTextToBotAsync(
            "x", (_, _) => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Turn_Cancelled_DoesNotReachOnTurnError()
    {
        var called = false;
        var adapter = new TestAdapter
        {
            OnTurnError = (_, _) =>
            {
                called = true;
                return Task.CompletedTask;
            },
        };
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => adapter.SendTextToBotAsync(
            "x", (_, token) => Task.FromCanceled(token), cancelled.Token));

        Assert.False(called);
    }

    [Fact]
    public async Task Handlers_OfTheTurn_WrapSendsUpdatesAndDeletes()
    {
        List<string> seen = [];
        var adapter = new TestAdapter();

        await adapter.SendTextToBotAsync(
            "x",
            async (turn, token) =>
            {
                turn.OnSendActivities((_, activities, next) =>
                {
                    seen.Add("send " + activities[0].Text);
                    activities[0].Text += "!";
                    return next();
                });
                turn.OnUpdateActivity((_, activity, next) =>
                {
                    seen.Add("update " + activity.Text);
                    return next();
                });
                turn.OnDeleteActivity((_, reference, next) =>
                {
                    seen.Add("delete");
                    return next();
                });
                var sent = await turn.SendActivityAsync("a", cancellationToken: token);
                await turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = sent.Id, Text = "b" }, token);
                await turn.DeleteActivityAsync(sent.Id!, token);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(["send a", "update b", "delete"], seen);
    }

    [Fact]
    public async Task Responded_AfterATrace_IsFalseAndAfterAMessage_IsTrue()
    {
        var adapter = new TestAdapter(sendTraceActivity: true, conversation: null);

        await adapter.SendTextToBotAsync(
            "x",
            async (turn, token) =>
            {
                await turn.TraceActivityAsync("t", new { a = 1 }, cancellationToken: token);
                Assert.False(turn.Responded);
                await turn.SendActivityAsync("m", cancellationToken: token);
                Assert.True(turn.Responded);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal([ActivityTypes.Trace, ActivityTypes.Message], adapter.ActiveQueue.Select(a => a.Type));
    }

    [Fact]
    public async Task ShowTyping_LongTurn_SendsIndicatorsUntilTheAnswer()
    {
        var time = new FakeTimeProvider();
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware(500, 2000) { TimeProvider = time });
        var ended = new TaskCompletionSource();

        var turn = adapter.SendTextToBotAsync("x", (_, token) => ended.Task.WaitAsync(token), TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal(ActivityTypes.Typing, (await adapter.GetNextReplyAsync(TestContext.Current.CancellationToken)).Type);
        time.Advance(TimeSpan.FromMilliseconds(2000));
        Assert.Equal(ActivityTypes.Typing, (await adapter.GetNextReplyAsync(TestContext.Current.CancellationToken)).Type);
        ended.SetResult();
        await turn;

        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public async Task ShowTyping_QuickTurn_SendsNone()
    {
        var adapter = new TestAdapter().Use(new ShowTypingMiddleware { TimeProvider = new FakeTimeProvider() });

        await new TestFlow(adapter, LambdaBot.Echo).Test("a", "echo a").StartTestAsync();

        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public async Task Transcript_OfATurn_HasWhatCameInAndWhatWentOut()
    {
        var store = new MemoryTranscriptStore();
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(store));
        var bot = new LambdaBot(async (turn, token) =>
        {
            var sent = await turn.SendActivityAsync("answer", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = sent.Id, Text = "better" }, token);
            await turn.DeleteActivityAsync(sent.Id!, token);
        });

        await new TestFlow(adapter, bot).Send("question").StartTestAsync();

        var transcript = await store.GetTranscriptActivitiesAsync("test", "Conversation1");
        Assert.Equal(["message", "message", "messageUpdate", "messageDelete"], transcript.Items.Select(a => a.Type));
        Assert.Equal("question", transcript.Items[0].AsMessageActivity()!.Text);
        Assert.Equal("answer", transcript.Items[1].AsMessageActivity()!.Text);
        Assert.Equal("Conversation1", Assert.Single((await store.ListTranscriptsAsync("test")).Items).Id);
        await store.DeleteTranscriptAsync("test", "Conversation1");
        Assert.Empty((await store.ListTranscriptsAsync("test")).Items);
    }

    [Fact]
    public async Task NormalizeMentions_InAGroup_RemovesOnlyTheBotsMention()
    {
        string? text = null;
        var adapter = new TestAdapter("msteams").Use(new NormalizeMentionsMiddleware());
        var message = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "<at>Bot</at> when?",
            Entities = [new Mention(new ChannelAccount("bot", "Bot"), "<at>Bot</at>"), new Entity("clientInfo")],
        };

        await adapter.ProcessActivityAsync(
            message,
            (turn, _) =>
            {
                text = turn.Activity.Text;
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.Equal("when?", text);
        Assert.Equal(2, message.Entities.Count);
    }

    private sealed class Recorder(List<string> order, string name) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add($"{name} {CultureInfo.CurrentCulture.Name}");
            return next(cancellationToken);
        }
    }
}
