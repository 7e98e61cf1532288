using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Chat;

public sealed class CommandTests
{
    [Fact]
    public async Task Quotes_AfterAnAnswer_ShowsThemAgain()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.AskAsync(Samples.CostQuestion);

        Assert.Contains(Samples.CostSentence, await bot.AskAsync("quotes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_AfterAnAnswer_NamesPassagesScoresAndChecks()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.AskAsync(Samples.CostQuestion);

        var why = await bot.AskAsync("why?");

        Assert.Contains("Tarn lighthouse opens again, 3 June 2024, score", why, StringComparison.Ordinal);
        Assert.Contains("checked against their quotes", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("why")]
    [InlineData("quotes")]
    public async Task Command_BeforeAnyAnswer_SaysSo(string command)
    {
        await using var bot = await BotHost.StartAsync();

        Assert.StartsWith("There is no answer yet.", await bot.AskAsync(command), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_DeletesThisConversationOnly()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.AskAsync(Samples.CostQuestion, conversation: "one");
        await bot.AskAsync(Samples.CostQuestion, conversation: "two");

        await bot.AskAsync("forget", conversation: "one");

        Assert.StartsWith("There is no answer yet.", await bot.AskAsync("quotes", conversation: "one"), StringComparison.Ordinal);
        Assert.Contains(Samples.CostSentence, await bot.AskAsync("quotes", conversation: "two"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_CountsTheArticlesAndNamesLanguagesAndNewest()
    {
        await using var bot = await BotHost.StartAsync();

        var text = await bot.AskAsync("sources");

        Assert.StartsWith("I answer from 2 articles with", text, StringComparison.Ordinal);
        Assert.Contains("Language: English.", text, StringComparison.Ordinal);
        Assert.Contains("The newest is of 3 June 2024.", text, StringComparison.Ordinal);
    }
}
