using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Ingestion;

namespace QnA.Bot.Tests.Following;

/// <summary>Articles that come, change and go while the bot runs.</summary>
public sealed class ArticleFollowerTests
{
    private const string Question = "How many bells does the Norvik carillon have?";

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task File_DroppedChangedAndDeleted_IsFollowedWithinFiveSeconds()
    {
        await using var bot = await BotHost.StartAsync();
        var file = Path.Combine(bot.ArticlesFolder, "carillon.txt");
        Assert.DoesNotContain("bells", await bot.AskAsync("Norvik carillon"), StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "The Norvik carillon has 47 bells.", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await bot.AskAsync(Question)).Contains("47 bells", StringComparison.Ordinal), Promise);

        await File.WriteAllTextAsync(file, "The Norvik carillon has 49 bells since May.", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(async () => (await bot.AskAsync(Question)).Contains("49 bells", StringComparison.Ordinal), Promise);

        File.Delete(file);
        await Eventually.TrueAsync(async () => !(await bot.AskAsync(Question)).Contains("49 bells", StringComparison.Ordinal), Promise);
    }

    [Fact]
    public async Task Question_BeforeTheFirstArticleIsRead_WaitsForIt()
    {
        await using var bot = await BotHost.StartAsync(waitUntilReady: false);

        Assert.Contains(Samples.CostSentence, await bot.AskAsync(Samples.CostQuestion), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_ThatDoesNotExistYet_MakesHealthDegradedAndIsReadWhenItComes()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"qna-late-{Guid.NewGuid():N}");
        await using var bot = await BotHost.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Articles:Paths:0"] = "articles",
            ["Articles:Paths:1"] = folder,
            ["Articles:PollInterval"] = "00:00:01",
        });
        await Eventually.TrueAsync(async () => await ReadyAsync(bot) == "Degraded");
        Assert.Contains(Samples.CostSentence, await bot.AskAsync(Samples.CostQuestion), StringComparison.Ordinal);

        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "late.txt"), "The Norvik carillon has 47 bells.", TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(async () => (await bot.AskAsync(Question)).Contains("47 bells", StringComparison.Ordinal), Promise);
        await Eventually.TrueAsync(async () => await ReadyAsync(bot) == "Healthy");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Index_LockedByAnotherWriter_MakesHealthDegradedAndStillAnswersAndRecovers()
    {
        await using var bot = await BotHost.StartAsync();
        await using (await OpenWriterWhenFreeAsync(bot))
        {
            await File.WriteAllTextAsync(
                Path.Combine(bot.ArticlesFolder, "carillon.txt"), "The Norvik carillon has 47 bells.", TestContext.Current.CancellationToken);
            await Eventually.TrueAsync(async () => await ReadyAsync(bot) == "Degraded");
            Assert.Contains(Samples.CostSentence, await bot.AskAsync(Samples.CostQuestion), StringComparison.Ordinal);
        }

        await Eventually.TrueAsync(async () => await ReadyAsync(bot) == "Healthy");
        Assert.Contains("47 bells", await bot.AskAsync(Question), StringComparison.Ordinal);
    }

    // The bot is ready a moment before it closes its own writer.
    private static async Task<IArticleWriter> OpenWriterWhenFreeAsync(BotHost bot)
    {
        IArticleWriter? writer = null;
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                writer = await bot.Services.GetRequiredService<IArticleStore>().OpenWriterAsync(TestContext.Current.CancellationToken);
                return true;
            }
            catch (ArticleStoreException)
            {
                return false;
            }
        });
        return writer!;
    }

    private static async Task<string?> ReadyAsync(BotHost bot)
    {
        using var response = await bot.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["status"];
    }
}
