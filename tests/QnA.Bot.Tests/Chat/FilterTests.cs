using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Chat;

public sealed class FilterTests
{
    [Fact]
    public async Task Message_WithFilterWords_IsAnsweredFromThoseArticlesAndTheNextOneFromAll()
    {
        await using var bot = await BotHost.StartAsync();

        var filtered = await bot.AskAsync($"until:2023 {Samples.CostQuestion}");
        var why = await bot.AskAsync("why");
        var next = await bot.AskAsync(Samples.CostQuestion);

        Assert.DoesNotContain(Samples.CostSentence, filtered, StringComparison.Ordinal);
        Assert.Contains("1 of 2 articles pass the filter until:2023. Without the filter something is found", filtered, StringComparison.Ordinal);
        Assert.Contains("Only in articles that pass the filter until:2023.", why, StringComparison.Ordinal);
        Assert.Contains(Samples.CostSentence, next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_WithAWrongFilterWord_SaysWhatBelongsThere()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Contains("A language code belongs there", await bot.AskAsync("lang:klingon Who climbs the steps?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_TellsTheFilterWords()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Contains("since:2026-01", await bot.AskAsync("help"), StringComparison.Ordinal);
    }
}
