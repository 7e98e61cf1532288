using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Chat;

/// <summary>What channels do to turns: they repeat themselves, and restart us.</summary>
public sealed class TurnTests
{
    [Fact]
    public async Task Message_DeliveredTwice_IsAnsweredOnce()
    {
        await using var bot = await BotHost.StartAsync();
        var message = bot.Message(Samples.CostQuestion, id: "same");

        using var first = await bot.PostAsync(message);
        using var second = await bot.PostAsync(message);

        Assert.True(first.IsSuccessStatusCode && second.IsSuccessStatusCode);
        Assert.Single(bot.Connector.TakeAll(), r => r.Type == "message");
    }

    [Fact]
    public async Task Messages_OfOneConversationAtOnce_AreAllRememberedAndAnswered()
    {
        await using var bot = await BotHost.StartAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.AskAsync(Samples.CostQuestion)));

        Assert.All(responses, text => Assert.Contains(Samples.CostSentence, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Conversation_AfterARestart_IsRemembered()
    {
        var state = Path.Combine(Path.GetTempPath(), $"qna-state-{Guid.NewGuid():N}.db");
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["State:Path"] = state };
        await using (var before = await BotHost.StartAsync(settings: settings))
        {
            await before.AskAsync(Samples.CostQuestion);
        }

        await using var after = await BotHost.StartAsync(settings: settings);

        Assert.Contains(Samples.CostSentence, await after.AskAsync("quotes"), StringComparison.Ordinal);
    }
}
