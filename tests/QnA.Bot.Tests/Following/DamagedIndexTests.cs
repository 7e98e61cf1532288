using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Articles;
using QnA.Lucene.Index;

namespace QnA.Bot.Tests.Following;

/// <summary>A disk that damages the index: nobody is told what no article says, and the bot mends it from its articles.</summary>
public sealed class DamagedIndexTests
{
    // Enough that a file is still taken for what it is.
    private const int HeadBytes = 32;

    [Fact]
    public async Task Question_IndexDamagedWhileTheBotRuns_IsToldHowToMendItAndSoonAnsweredAgain()
    {
        await using var bot = await BotHost.StartAsync();
        Assert.Contains(Samples.CostSentence, await bot.AskAsync(Samples.CostQuestion), StringComparison.Ordinal);

        Overwrite(bot.Services.GetRequiredService<LuceneArticleStore>().Path);

        Assert.Contains("qna index check --repair", await bot.AskAsync(Samples.CostQuestion), StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (await bot.AskAsync(Samples.CostQuestion)).Contains(Samples.CostSentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Question_IndexDamagedBeforeTheStart_IsAnsweredFromTheArticles()
    {
        var folder = Directory.CreateTempSubdirectory("qna-damaged-");
        try
        {
            var path = Path.Combine(folder.FullName, "index");
            using (var store = new LuceneArticleStore(Options.Create(new IndexOptions { Path = path }), TimeProvider.System))
            {
                await using var writer = await store.OpenWriterAsync(TestContext.Current.CancellationToken);
                await writer.PutAsync(new Article("other", "An article of another source.") { Location = "/elsewhere/other.txt" }, TestContext.Current.CancellationToken);
                await writer.CommitAsync(TestContext.Current.CancellationToken);
            }

            Overwrite(path);
            await using var bot = await BotHost.StartAsync(settings: new Dictionary<string, string?> { ["Index:Path"] = path }, waitUntilReady: false);

            await Eventually.TrueAsync(async () => (await bot.AskAsync(Samples.CostQuestion)).Contains(Samples.CostSentence, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // In place, so that what is mapped changes too, as it does when a disk gives other bytes than it was given.
    private static void Overwrite(string index)
    {
        foreach (var path in Directory.GetFiles(index, "_*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            file.Position = Math.Min(file.Length, HeadBytes);
            file.Write(new byte[file.Length - file.Position]);
        }
    }
}
