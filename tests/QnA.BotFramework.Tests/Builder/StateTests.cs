using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;

namespace QnA.BotFramework.Tests.Builder;

public sealed class StateTests
{
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task Accessor_ChangedObject_IsThereInTheNextTurnOnceItIsSet()
    {
        var state = new ConversationState(_storage);
        var accessor = state.CreateProperty<Profile>("profile");
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));

        await RunAsync(adapter, async turn => (await accessor.GetAsync(turn, () => new Profile())).Names.Add("Ann"));
        await RunAsync(adapter, async turn => (await accessor.GetAsync(turn, () => new Profile())).Names.Add("not set"));
        await RunAsync(adapter, async turn =>
        {
            var profile = await accessor.GetAsync(turn, () => new Profile());
            profile.Names.Add("Ben");
            await accessor.SetAsync(turn, profile);
        });
        await RunAsync(adapter, async turn => Assert.Equal(["Ann", "Ben"], (await accessor.GetAsync(turn)).Names));
    }

    [Fact]
    public async Task Storage_OfState_HasPlainJsonWithoutTypeNames()
    {
        var state = new ConversationState(_storage);
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));

        await RunAsync(adapter, turn => state.CreateProperty<Profile>("profile").SetAsync(turn, new Profile { Names = ["Ann"] }));

        var stored = (await _storage.ReadAsync(["test/conversations/Conversation1"], TestContext.Current.CancellationToken)).Single();
        var entries = Assert.IsType<Dictionary<string, object?>>(stored.Value);
        Assert.Equal(["eTag", "profile"], entries.Keys.Order(StringComparer.Ordinal));
        var profile = Assert.IsType<Dictionary<string, object?>>(entries["profile"]);
        Assert.Equal("Names", Assert.Single(profile.Keys));
    }

    [Fact]
    public async Task Storage_OfWholeNumbers_LosesNoDigit()
    {
        var token = TestContext.Current.CancellationToken;
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = new { Big = long.MaxValue, Half = 0.5 } }, token);

        var entries = (IDictionary<string, object?>)(await _storage.ReadAsync(["k"], token))["k"];

        Assert.Equal(long.MaxValue, entries["Big"]);
        Assert.Equal(0.5, entries["Half"]);
    }

    [Fact]
    public async Task DeleteAndClear_OfState_AreSaved()
    {
        var state = new UserState(_storage);
        var accessor = state.CreateProperty<int>("n");
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));
        await RunAsync(adapter, turn => accessor.SetAsync(turn, 5));

        await RunAsync(adapter, async turn =>
        {
            Assert.Equal(5, await accessor.GetAsync(turn));
            await accessor.DeleteAsync(turn);
        });
        await RunAsync(adapter, async turn => Assert.Equal(0, await accessor.GetAsync(turn)));
        await RunAsync(adapter, turn => accessor.SetAsync(turn, 6));
        await RunAsync(adapter, turn => state.ClearStateAsync(turn));
        await RunAsync(adapter, async turn => Assert.Equal(7, await accessor.GetAsync(turn, () => 7)));
    }

    [Fact]
    public async Task SaveChanges_TwoTurnsOnDifferentProperties_KeepsBoth()
    {
        var state = new ConversationState(_storage);
        var (a, b) = (state.CreateProperty<int>("a"), state.CreateProperty<int>("b"));
        using var first = NewTurn();
        using var second = NewTurn();
        var token = TestContext.Current.CancellationToken;

        await a.SetAsync(first, 1, token);
        await b.SetAsync(second, 2, token);
        await state.SaveChangesAsync(first, cancellationToken: token);
        await state.SaveChangesAsync(second, cancellationToken: token);

        using var third = NewTurn();
        Assert.Equal(1, await a.GetAsync(third, cancellationToken: token));
        Assert.Equal(2, await b.GetAsync(third, cancellationToken: token));
    }

    [Fact]
    public async Task SaveChanges_TwoTurnsOnOneProperty_IsAConflictAndNothingIsOverwritten()
    {
        var state = new ConversationState(_storage);
        var a = state.CreateProperty<int>("a");
        using var first = NewTurn();
        using var second = NewTurn();
        var token = TestContext.Current.CancellationToken;
        await a.SetAsync(first, 1, token);
        await a.SetAsync(second, 2, token);
        await state.SaveChangesAsync(first, cancellationToken: token);

        await Assert.ThrowsAsync<ETagConflictException>(() => state.SaveChangesAsync(second, cancellationToken: token));

        using var third = NewTurn();
        Assert.Equal(1, await a.GetAsync(third, cancellationToken: token));
    }

    [Fact]
    public async Task SaveChanges_FiftyParallelTurns_LoseNoUpdate()
    {
        var state = new ConversationState(_storage);
        var token = TestContext.Current.CancellationToken;

        await Parallel.ForEachAsync(Enumerable.Range(0, 50), token, async (n, inner) =>
        {
            using var turn = NewTurn();
            await state.CreateProperty<int>($"p{n}").SetAsync(turn, n + 1, inner);
            await state.SaveChangesAsync(turn, cancellationToken: inner);
        });

        using var last = NewTurn();
        for (var n = 0; n < 50; n++)
        {
            Assert.Equal(n + 1, await state.CreateProperty<int>($"p{n}").GetAsync(last, cancellationToken: token));
        }
    }

    [Fact]
    public async Task SaveChanges_TwiceInATurn_SavesBoth()
    {
        var state = new ConversationState(_storage);
        var a = state.CreateProperty<int>("a");
        var token = TestContext.Current.CancellationToken;
        using var turn = NewTurn();
        await a.SetAsync(turn, 1, token);
        await state.SaveChangesAsync(turn, cancellationToken: token);
        await a.SetAsync(turn, 2, token);
        await state.SaveChangesAsync(turn, cancellationToken: token);

        using var next = NewTurn();
        Assert.Equal(2, await a.GetAsync(next, cancellationToken: token));
    }

    private static TurnContext NewTurn()
    {
        var adapter = new TestAdapter();
        var activity = adapter.MakeActivity("x");
        activity.ChannelId = "test";
        return new TurnContext(adapter, activity);
    }

    private static Task RunAsync(TestAdapter adapter, Func<ITurnContext, Task> turn) =>
        adapter.SendTextToBotAsync("x", (context, _) => turn(context), TestContext.Current.CancellationToken);

    private sealed class Profile
    {
        public List<string> Names { get; init; } = [];
    }
}
