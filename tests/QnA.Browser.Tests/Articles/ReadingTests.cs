using System.Text.RegularExpressions;
using Microsoft.Playwright;
using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Articles;

public sealed class ReadingTests(Browsers browsers, ShippedBot shipped)
{
    private const string Evacuated = "How many people were evacuated from Lower Quay?";

    [Fact]
    public async Task Citation_OpensTheArticleAtTheQuote_WhoseMarkedWordsAreTheQuote()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        await window.AskAsync(Evacuated);

        await window.LastAnswer.Locator(".cite").First.ClickAsync();
        await window.Marks.First.WaitForAsync();

        Assert.Equal(await window.LastAnswer.Locator(".words").First.TextContentAsync(), await window.MarkedAsync());
        Assert.True(await ChatWindow.IsInViewAsync(window.Marks.First));
        await Assertions.Expect(window.Panel).ToContainTextAsync("These exact words stand in the article.");
        await Assertions.Expect(window.Panel.Locator("h2")).ToBeFocusedAsync();
        await window.CheckAsync("article");

        await window.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Panel).ToBeHiddenAsync();
        await Assertions.Expect(window.LastAnswer.Locator(".cite").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Citation_PointedAtOrFocused_ShowsItsQuote()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        await window.AskAsync(Evacuated);
        var number = window.LastAnswer.Locator(".cite").Nth(1);
        var quote = await window.LastAnswer.Locator(".words").Nth(1).TextContentAsync();

        await number.HoverAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Tooltip).Locator(".quote-text")).ToHaveTextAsync(quote!);
        await window.CheckAsync("quote-card");
        await window.Page.Mouse.MoveAsync(0, 0);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Tooltip)).ToHaveCountAsync(0);
        await number.FocusAsync();
        await Assertions.Expect(number).ToHaveAccessibleDescriptionAsync(new Regex("485 people", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Quote_OverSeveralParagraphs_IsMarkedWhole()
    {
        await using var bot = await BotHost.StartAsync();
        await using var window = await ChatWindow.OpenAsync(browsers, bot);

        await window.Page.GotoAsync("/articles/articles/lighthouse.md?start=20&end=200");
        var text = await window.Page.Locator("article").EvaluateAsync<string>("e => e.textContent");
        var marked = await window.Page.Locator("mark").EvaluateAllAsync<string>("marks => marks.map(m => m.textContent).join('')");

        Assert.Contains("\n\n", marked, StringComparison.Ordinal);
        Assert.Equal(text[20..200], marked);
        await window.CheckAsync("article-page");
    }

    [Fact]
    public async Task Page_OfAnArticleThatIsGone_SaysSo()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot, locale: "de-DE");

        await window.Page.GotoAsync($"/articles/nothing.md?start=0&end=4&version={new string('a', 64)}");

        await Assertions.Expect(window.Page.Locator("h1")).ToHaveTextAsync("Dieser Artikel ist fort");
        await window.CheckAsync("article-gone");
    }
}
