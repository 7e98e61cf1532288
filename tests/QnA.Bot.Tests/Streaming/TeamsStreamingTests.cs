using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Answers;

namespace QnA.Bot.Tests.Streaming;

/// <summary>Answers that grow in a personal chat of Teams, against a connector and a clock of the test.</summary>
public sealed class TeamsStreamingTests : IDisposable
{
    private readonly ScriptedAnswerer _answerer = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => _answerer.Dispose();

    [Fact]
    public async Task Answer_InAPersonalChat_ComesInNoMoreThanOnePartASecond()
    {
        await using var bot = await StartAsync();
        List<(DateTimeOffset At, JsonNode Part)> sent = [];
        bot.Connector.Answer = (_, request) =>
        {
            lock (sent)
            {
                sent.Add((_time.GetUtcNow(), request.Activity));
            }

            return Task.FromResult(false);
        };
        var turn = bot.PostAsync(Personal(bot));

        for (var i = 0; i < 2; i++)
        {
            await _answerer.NextAsync();
            await AdvanceUntilAsync(() => Count(sent) >= i + 2);
        }

        _answerer.End();
        await AdvanceUntilAsync(() => Count(sent) >= 4);
        using var response = await turn;

        var parts = sent.ConvertAll(s => s.Part);
        Assert.Null(parts[0]["entities"]);
        Assert.Equal(["streaming", "streaming", "final"], parts.Skip(1).Select(p => (string?)StreamOf(p)!["streamType"]));
        Assert.Equal([1, 2, null], parts.Skip(1).Select(p => (int?)StreamOf(p)!["streamSequence"]));
        Assert.Equal([null, "sent-2", "sent-2"], parts.Skip(1).Select(p => (string?)StreamOf(p)!["streamId"]));
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
        Assert.All(parts.SkipLast(1), p => Assert.Null(p["channelData"]?["feedbackLoop"]));
        Assert.Single(parts[^1]["entities"]!.AsArray(), e => (string?)e!["type"] == "https://schema.org/Message");
    }

    [Fact]
    public async Task Answer_ThatIsReadyAtOnce_IsOneMessageWithoutAStream()
    {
        await using var bot = await BotHost.StartAsync(services: s => s.AddSingleton<TimeProvider>(_time));

        using var response = await bot.PostAsync(Personal(bot));

        Assert.Equal("typing", (await bot.Connector.NextAsync()).Type);
        var message = await bot.Connector.NextAsync();
        Assert.Equal("message", message.Type);
        Assert.Null(StreamOf(message.Activity));
    }

    [Theory]
    [InlineData("Content stream is not allowed", true)]
    [InlineData("Content stream was canceled by user.", false)]
    public async Task Stream_RefusedByTheChannel_IsFollowedByTheWholeUnlessThePersonStoppedIt(string reason, bool expectsMessage)
    {
        await using var bot = await StartAsync();
        bot.Connector.Answer = async (context, request) =>
        {
            if (StreamOf(request.Activity) is null)
            {
                return false;
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsJsonAsync(new { error = new { code = "ContentStreamNotAllowed", message = reason } });
            return true;
        };
        var turn = bot.PostAsync(Personal(bot));
        await _answerer.NextAsync();
        Assert.Equal("typing", (await bot.Connector.NextAsync()).Type);
        var refused = bot.Connector.NextAsync();
        await AdvanceUntilAsync(() => refused.IsCompleted);
        _answerer.End();

        using var response = await turn;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var messages = bot.Connector.TakeAll();
        Assert.Equal(expectsMessage ? 1 : 0, messages.Count);
        Assert.All(messages, m => Assert.Null(StreamOf(m.Activity)));
    }

    [Fact]
    public async Task Stream_OlderThanTwoMinutes_EndsWithAMessageOfItsOwn()
    {
        await using var bot = await StartAsync();
        var turn = bot.PostAsync(Personal(bot));
        await _answerer.NextAsync();
        Assert.Equal("typing", (await bot.Connector.NextAsync()).Type);
        var first = bot.Connector.NextAsync();
        await AdvanceUntilAsync(() => first.IsCompleted);
        // The part's answer must have reached the bot before the clock moves on.
        await _answerer.NextAsync();
        var second = bot.Connector.NextAsync();
        await AdvanceUntilAsync(() => second.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(3));
        _answerer.End();

        using var response = await turn;

        var message = await bot.Connector.NextAsync();
        Assert.Equal("message", message.Type);
        Assert.Null(StreamOf(message.Activity));
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task Answer_InAChannelOrGroup_IsTypingAndOneMessageInItsThread(string conversationType)
    {
        await using var bot = await BotHost.StartAsync();
        var message = Personal(bot);
        message["id"] = "asked";
        message["conversation"] = new JsonObject { ["id"] = "19:x@thread.tacv2;messageid=1", ["conversationType"] = conversationType, ["isGroup"] = true };

        using var response = await bot.PostAsync(message);

        var sent = bot.Connector.TakeAll();
        Assert.Equal(["typing", "message"], sent.Select(s => s.Type));
        Assert.All(sent, s => Assert.Null(StreamOf(s.Activity)));
        Assert.Contains("messageid", sent[1].Path, StringComparison.Ordinal);
        Assert.EndsWith("/asked", sent[1].Path, StringComparison.Ordinal);
    }

    private static JsonObject Personal(BotHost bot)
    {
        var message = bot.Message(Samples.CostQuestion, channel: "msteams");
        message["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal" };
        return message;
    }

    private static JsonNode? StreamOf(JsonNode part) =>
        part["entities"]?.AsArray().SingleOrDefault(e => (string?)e!["type"] == "streaminfo");

    private static int Count(List<(DateTimeOffset At, JsonNode Part)> sent)
    {
        lock (sent)
        {
            return sent.Count;
        }
    }

    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.TrueAsync(() =>
    {
        if (condition())
        {
            return Task.FromResult(true);
        }

        _time.Advance(TimeSpan.FromMilliseconds(250));
        return Task.FromResult(false);
    });

    // The request is to wait for its turn, however far the test moves the clock meanwhile.
    private Task<BotHost> StartAsync() => BotHost.StartAsync(
        settings: new Dictionary<string, string?> { ["Turns:AnswerAfter"] = "00:01:00" },
        services: s =>
        {
            s.AddSingleton<IAnswerer>(_answerer);
            s.AddSingleton<TimeProvider>(_time);
        });
}
