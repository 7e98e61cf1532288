using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Conversations;

namespace QnA.Bot.Tests.Chat;

/// <summary>An article that changes or vanishes while conversations remember answers from it.</summary>
public sealed class RemovedArticleTests
{
    private const string Question = "How many bells does the Norvik carillon have?";
    private const string Old = "The Norvik carillon has 47 bells.";
    private const string Title = "A carillon for Norvik";
    private const string FileName = "norvik.md";

    // Until the folder is read again, on a loaded machine.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(null)]
    [InlineData("The Norvik carillon has 49 bells.")]
    [InlineData("---\ntags: [board]\n---\n\n" + Old)]
    public async Task Command_ArticleIsNotWhatItWas_ShowsNothingOfItsOldText(string? newText)
    {
        await using var bot = await StartAsync();
        await bot.AskAsync(Question);
        Assert.Contains(Old, await bot.AskAsync("quotes"), StringComparison.Ordinal);
        Assert.Contains(Title, await bot.AskAsync("why"), StringComparison.Ordinal);

        await ReplaceAsync(bot, newText);

        var quotes = await bot.AskAsync("quotes");
        Assert.EndsWith(ConversationWords.QuotesGone, quotes, StringComparison.Ordinal);
        Assert.DoesNotContain(Old, quotes, StringComparison.Ordinal);
        Assert.Equal(ConversationWords.WhyGone, await bot.AskAsync("why"));
    }

    [Fact]
    public async Task Quotes_OneArticleOfTwoIsGone_ShowsTheOther()
    {
        const string Other = "The Norvik carillon has 52 bells.";
        await using var bot = await StartAsync(("town.md", Other));
        await bot.AskAsync(Question);
        Assert.Contains(Old, await bot.AskAsync("quotes"), StringComparison.Ordinal);

        await ReplaceAsync(bot, newText: null);

        var quotes = await bot.AskAsync("quotes");
        Assert.Contains(Other, quotes, StringComparison.Ordinal);
        Assert.EndsWith(ConversationWords.QuotesGone, quotes, StringComparison.Ordinal);
        Assert.DoesNotContain(Old, quotes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_AnotherArticleIsGone_ShowsThemAsBefore()
    {
        await using var bot = await StartAsync(Samples.Orchard);
        await bot.AskAsync("How many tonnes of pears did growers pick?");
        var before = await bot.AskAsync("quotes");

        await ReplaceAsync(bot, newText: null);

        Assert.Equal(before, await bot.AskAsync("quotes"));
    }

    private static Task<BotHost> StartAsync(params (string Name, string Text)[] others) => BotHost.StartAsync(
        [(FileName, $"---\ntitle: {Title}\n---\n\n{Old}"), Samples.Lighthouse, .. others],
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Articles:Access:Rules:0:Tag"] = "board" });

    private static async Task ReplaceAsync(BotHost bot, string? newText)
    {
        var path = Path.Combine(bot.ArticlesFolder, FileName);
        if (newText is null)
        {
            File.Delete(path);
        }
        else
        {
            await File.WriteAllTextAsync(path, newText, TestContext.Current.CancellationToken);
        }

        await Eventually.TrueAsync(
            async () => !(await bot.AskAsync(Question, conversation: "another")).Contains(Old, StringComparison.Ordinal), Patience);
    }
}
