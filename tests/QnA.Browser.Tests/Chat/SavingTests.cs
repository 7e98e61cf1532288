using System.Text;
using Markdig;
using Markdig.Syntax;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QnA.Browser.Tests.Infrastructure;
using QnA.Core.Receipts;

namespace QnA.Browser.Tests.Chat;

public sealed class SavingTests(Browsers browsers, ShippedBot shipped)
{
    private const string Evacuated = "How many people were evacuated from Lower Quay?";

    [Fact]
    public async Task Receipts_AreThoseThatVerifyAccepts()
    {
        var bot = shipped.Bot;
        await using var window = await ChatWindow.OpenAsync(browsers, bot);
        await window.AskAsync(Evacuated);
        await window.AskAsync("Where is the zeppelin of Friedrichshafen moored?");

        using var saved = new MemoryStream(Encoding.UTF8.GetBytes(await SaveAsync(window, "Receipts")));
        var receipts = await ReceiptReader.ReadAsync(saved, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, receipts.Count);
        var verifier = bot.Services.GetRequiredService<ReceiptVerifier>();
        foreach (var receipt in receipts)
        {
            var verification = await verifier.VerifyAsync(Assert.IsType<ReadReceipt>(receipt).Receipt, TestContext.Current.CancellationToken);
            Assert.Null(verification.Problem);
            Assert.All(verification.Citations, c => Assert.Equal(CitationOutcome.Unchanged, c.Outcome));
        }
    }

    [Fact]
    public async Task Markdown_HasTheQuestionsTheQuotesAndTheirSources()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        await window.AskAsync(Evacuated);

        var markdown = Markdown.Parse(await SaveAsync(window, "Markdown"));

        Assert.Equal(Evacuated, markdown.Descendants<HeadingBlock>().First().Inline!.FirstChild!.ToString());
        Assert.NotEmpty(markdown.Descendants<QuoteBlock>());
    }

    [Fact]
    public async Task Copy_PutsTheAnswerWithItsCitationsOnTheClipboard()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        await window.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.AskAsync(Evacuated);

        await window.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "Copy as Markdown" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#announcer")).ToHaveTextAsync("Copied");

        var copied = await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("640 people", copied, StringComparison.Ordinal);
        Assert.Contains("[1] [", copied, StringComparison.Ordinal);
    }

    private static async Task<string> SaveAsync(ChatWindow window, string entry)
    {
        await window.Page.Locator("#save").ClickAsync();
        var download = await window.Page.RunAndWaitForDownloadAsync(
            () => window.Page.GetByRole(AriaRole.Menuitem, new() { Name = entry }).ClickAsync());
        return await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
    }
}
