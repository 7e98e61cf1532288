using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using QnA.BotFramework.Hosting;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Hosting;

/// <summary>The engine that all doors share: order, limits, repeats, failures and the end.</summary>
public sealed class ConversationTurnsTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Observer _observer = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddScoped<IBot>(_ => LambdaBot.Silent).BuildServiceProvider();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task RunAsync_OfOneConversation_IsOneAtATimeInTheOrderOfEntrance()
    {
        using var turns = Create();
        ConcurrentQueue<int> ran = [];
        var running = 0;
        List<TurnPlace> entered = [.. Enumerable.Range(0, 100).Select(n => turns.TryEnter(Message($"{n}"))!)];

        // Those that came last are the first that try to run.
        await Task.WhenAll(Enumerable.Range(0, 100).Reverse().Select(n => Task.Run(
            async () =>
            {
                using var place = entered[n];
                await place.RunAsync(async (_, _) =>
                {
                    Assert.Equal(1, Interlocked.Increment(ref running));
                    await Task.Yield();
                    ran.Enqueue(n);
                    Interlocked.Decrement(ref running);
                });
            },
            Token)));

        Assert.Equal(Enumerable.Range(0, 100), ran);
    }

    [Fact]
    public async Task RunAsync_OfOtherConversations_IsSideBySide()
    {
        using var turns = Create();
        using var both = new Barrier(2);

        await Task.WhenAll(new[] { "a", "b" }.Select(conversation => Task.Run(
            async () =>
            {
                using var place = turns.TryEnter(Message("1", conversation))!;
                await place.RunAsync((_, token) => Task.Run(() => both.SignalAndWait(token), token));
            },
            Token)));
    }

    [Fact]
    public async Task Dispose_BeforeItsTurn_LetsNoLaterOnePassThoseBefore()
    {
        using var turns = Create();
        using var first = turns.TryEnter(Message("1"))!;
        var second = turns.TryEnter(Message("2"))!;
        using var third = turns.TryEnter(Message("3"))!;

        second.Dispose();
        var running = third.RunAsync((_, _) => Task.CompletedTask, Token);
        Assert.False(running.IsCompleted);
        first.Dispose();

        await running.WaitAsync(Token);
    }

    [Fact]
    public void TryEnter_WhereTooManyWait_IsNullThereAloneAndUntilOneLeaves()
    {
        using var turns = Create(new TurnOptions { MaxWaiting = 2 });
        using var first = turns.TryEnter(Message("1"));
        using var second = turns.TryEnter(Message("2"));

        Assert.Null(turns.TryEnter(Message("3")));
        using var elsewhere = turns.TryEnter(Message("3", "c2"));
        Assert.NotNull(elsewhere);
        first!.Dispose();
        using var third = turns.TryEnter(Message("3"));
        Assert.NotNull(third);
    }

    [Fact]
    public void TryAccept_WhatWasSentAgain_IsFalseNotSeenAgainAndKnowsItsFirstId()
    {
        using var turns = Create();
        using var first = turns.TryEnter(Message("1"))!;
        using var again = turns.TryEnter(Message("1"))!;
        using var elsewhere = turns.TryEnter(Message("1", "c2"))!;

        Assert.True(first.TryAccept("1"));
        first.AcceptAs("known as");
        Assert.False(again.TryAccept("1"));
        Assert.True(elsewhere.TryAccept("1"));

        Assert.Equal("known as", again.EarlierId);
        Assert.Equal(2, _observer.Seen);
        _time.Advance(new TurnOptions().RepeatWindow);
        using var later = turns.TryEnter(Message("1"))!;
        Assert.True(later.TryAccept("1"));
    }

    [Theory]
    [InlineData("invoke", "1")]
    [InlineData("message", null)]
    [InlineData("message", "")]
    public void TryAccept_InvokesAndWhatHasNoId_IsAlwaysTrue(string type, string? id)
    {
        using var turns = Create();
        for (var i = 0; i < 2; i++)
        {
            var activity = Message(id);
            activity.Type = type;
            using var place = turns.TryEnter(activity)!;
            Assert.True(place.TryAccept(id));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TryAccept_AfterAFailedTurn_IsTrueAgain(bool handled)
    {
        using var turns = Create();
        using (var failing = turns.TryEnter(Message("1"))!)
        {
            failing.TryAccept("1");
            var running = failing.RunAsync((_, _) =>
            {
                turns.MarkFailed(failing.Activity);
                return handled ? Task.CompletedTask : throw new InvalidOperationException("broken");
            }, Token);
            Assert.Equal(handled, await Record.ExceptionAsync(() => running.WaitAsync(Token)) is null);
        }

        using var again = turns.TryEnter(Message("1"))!;
        Assert.True(again.TryAccept("1"));
        await again.RunAsync((_, _) => Task.CompletedTask, Token);
        using var third = turns.TryEnter(Message("1"))!;
        Assert.False(third.TryAccept("1"));
    }

    [Fact]
    public async Task RunAsync_WhoAskedHangsUp_EndsWithoutAnErrorAndMayBeSentAgain()
    {
        using var turns = Create();
        using var hangUp = new CancellationTokenSource();
        using (var place = turns.TryEnter(Message("1"))!)
        {
            place.TryAccept("1");
            var running = place.RunAsync((_, token) => Task.Delay(Timeout.Infinite, token), hangUp.Token);
            await hangUp.CancelAsync();
            await running;
        }

        using var again = turns.TryEnter(Message("1"))!;
        Assert.True(again.TryAccept("1"));
    }

    [Fact]
    public async Task Stop_WithTurnsThatRunAndWait_FinishesThemAndTakesNoMore()
    {
        using var turns = Create();
        var released = new TaskCompletionSource();
        using var first = turns.TryEnter(Message("1"))!;
        using var second = turns.TryEnter(Message("2"))!;
        var running = RunAsync(first, released.Task);
        var waiting = RunAsync(second, Task.CompletedTask);

        var stopping = turns.StopAsync(Token);
        Assert.False(stopping.IsCompleted);
        Assert.Null(turns.TryEnter(Message("3", "c2")));
        released.SetResult();

        await stopping;
        await Task.WhenAll(running, waiting);
    }

    [Fact]
    public async Task Stop_WithATurnThatGoesOnForTooLong_CancelsIt()
    {
        using var turns = Create();
        using var place = turns.TryEnter(Message("1"))!;
        var running = place.RunAsync((_, token) => Task.Delay(Timeout.Infinite, token), Token);

        var stopping = turns.StopAsync(Token);
        _time.Advance(new TurnOptions().DrainTimeout);

        await stopping;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Token));
    }

    [Fact]
    public async Task Stop_WithoutTurns_EndsAtOnce()
    {
        using var turns = Create();

        await turns.StopAsync(Token);
    }

    private static Activity Message(string? id, string conversation = "c1") => new()
    {
        Type = ActivityTypes.Message,
        Id = id,
        ChannelId = "test",
        Conversation = new ConversationAccount { Id = conversation },
    };

    private static async Task RunAsync(TurnPlace place, Task until)
    {
        using (place)
        {
            await place.RunAsync((_, token) => until.WaitAsync(token));
        }
    }

    private ConversationTurns Create(TurnOptions? options = null) => new(
        _services.GetRequiredService<IServiceScopeFactory>(), [_observer], Options.Create(options ?? new TurnOptions()), _time,
        NullLogger<ConversationTurns>.Instance);

    private sealed class Observer : IArrivalObserver
    {
        public int Seen { get; private set; }

        public void OnArrival(Activity activity) => Seen++;
    }
}
