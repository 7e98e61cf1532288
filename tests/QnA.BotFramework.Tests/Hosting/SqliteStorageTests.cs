using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using QnA.BotFramework.Hosting;

namespace QnA.BotFramework.Tests.Hosting;

public sealed class SqliteStorageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qna-storage").FullName;
    private readonly SqliteStorage _storage;

    public SqliteStorageTests() => _storage = new SqliteStorage(Path.Combine(_folder, "deep", "state.db"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _storage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Write_ThenOpenedAgain_IsThere()
    {
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = new Item { Text = "grüße", Count = 3 } }, Token);
        using var again = new SqliteStorage(Path.Combine(_folder, "deep", "state.db"));

        var entries = (IDictionary<string, object>)(await again.ReadAsync(["k", "missing"], Token)).Single().Value;

        Assert.Equal("grüße", entries["Text"]);
        Assert.Equal(3L, entries["Count"]);
        Assert.Equal(["Count", "Text", "eTag"], entries.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task List_ByABeginning_GivesThoseAloneInOrderWithoutETags()
    {
        await _storage.WriteAsync(
            new Dictionary<string, object> { ["a/2"] = new Item { Count = 2 }, ["a/1"] = new Item { Count = 1 }, ["a%"] = new Item(), ["A/3"] = new Item(), ["b"] = new Item() },
            Token);

        var listed = new List<KeyValuePair<string, IDictionary<string, object>>>();
        await foreach (var item in _storage.ListAsync("a/", Token))
        {
            listed.Add(item);
        }

        Assert.Equal(["a/1", "a/2"], listed.Select(i => i.Key));
        Assert.Equal([1L, 2L], listed.Select(i => i.Value["Count"]));
        Assert.DoesNotContain("eTag", listed[0].Value.Keys);
    }

    [Fact]
    public async Task Write_WithAnOldETag_IsRefusedAndNothingIsWritten()
    {
        var mine = new Item { Text = "first" };
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = mine }, Token);
        var theirs = new Item { Text = "second", ETag = mine.ETag };
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = theirs }, Token);

        await Assert.ThrowsAsync<StorageConflictException>(() => _storage.WriteAsync(
            new Dictionary<string, object> { ["other"] = new Item(), ["k"] = mine }, Token));

        var all = await _storage.ReadAsync(["k", "other"], Token);
        Assert.Equal("second", ((IDictionary<string, object>)Assert.Single(all).Value)["Text"]);
        theirs.Text = "third";
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = theirs }, Token);
    }

    [Fact]
    public async Task Write_WithAnEmptyETag_OnlyInserts()
    {
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = new Item { ETag = string.Empty } }, Token);

        await Assert.ThrowsAsync<StorageConflictException>(() => _storage.WriteAsync(
            new Dictionary<string, object> { ["k"] = new Item { ETag = string.Empty } }, Token));
        await _storage.WriteAsync(new Dictionary<string, object> { ["k"] = new Item { ETag = "*" } }, Token);
    }

    [Fact]
    public async Task Delete_OfSomeKeys_LeavesTheOthers()
    {
        await _storage.WriteAsync(new Dictionary<string, object> { ["a"] = new Item(), ["b"] = new Item() }, Token);

        await _storage.DeleteAsync(["a", "missing"], Token);

        Assert.Equal("b", Assert.Single(await _storage.ReadAsync(["a", "b"], Token)).Key);
    }

    [Fact]
    public void Open_WhatIsNoDatabase_SaysWhichFile()
    {
        var path = Path.Combine(_folder, "text.db");
        File.WriteAllText(path, new string('x', 5000));

        var exception = Assert.Throws<InvalidOperationException>(() => new SqliteStorage(path));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BotState_FiftyParallelTurns_LoseNoUpdate()
    {
        var state = new ConversationState(_storage);

        await Parallel.ForEachAsync(Enumerable.Range(0, 50), Token, async (n, inner) =>
        {
            using var turn = NewTurn();
            await state.CreateProperty<int>($"p{n}").SetAsync(turn, n + 1, inner);
            await state.SaveChangesAsync(turn, cancellationToken: inner);
        });

        using var last = NewTurn();
        for (var n = 0; n < 50; n++)
        {
            Assert.Equal(n + 1, await state.CreateProperty<int>($"p{n}").GetAsync(last, cancellationToken: Token));
        }
    }

    private static TurnContext NewTurn()
    {
        var adapter = new TestAdapter();
        var activity = adapter.MakeActivity("x");
        activity.ChannelId = "test";
        return new TurnContext(adapter, activity);
    }

    private sealed class Item : IStoreItem
    {
        public string? Text { get; set; }

        public int Count { get; set; }

        public string? ETag { get; set; }
    }
}
