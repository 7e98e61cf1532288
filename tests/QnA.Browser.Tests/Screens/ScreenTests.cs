using Microsoft.Playwright;
using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Screens;

/// <summary>The page on other screens, in other colours, scripts and languages.</summary>
public sealed class ScreenTests(Browsers browsers, ShippedBot shipped)
{
    private const string Evacuated = "How many people were evacuated from Lower Quay?";

    [Theory]
    [InlineData(320, 640, false)]
    [InlineData(390, 844, true)]
    [InlineData(820, 1100, false)]
    [InlineData(1440, 900, true)]
    public async Task EveryState_FitsTheScreen(int width, int height, bool dark)
    {
        var name = $"{width}{(dark ? "-dark" : "")}";
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot, width, height, dark);
        await window.Page.Locator(".suggestion").First.WaitForAsync();
        await window.CheckAsync($"start-{name}");

        await window.AskAsync(Evacuated);
        await window.CheckAsync($"answer-{name}");
        await window.LastAnswer.Locator(".cite").First.ClickAsync();
        await window.Marks.First.WaitForAsync();
        Assert.True(await ChatWindow.IsInViewAsync(window.Marks.First));
        await window.CheckAsync($"article-{name}");
        await window.Page.Keyboard.PressAsync("Escape");
        await window.AskAsync("Where is the zeppelin of Friedrichshafen moored?");
        await window.CheckAsync($"not-found-{name}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await window.CheckAsync($"menu-{name}");
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add articles" }).ClickAsync();
        await window.CheckAsync($"uploads-{name}");
    }

    [Theory]
    [InlineData("ar", "rtl", "كم بلغت تكلفة ترميم منارة تارن؟", "2.4",
        "---\ntitle: منارة تارن تفتح أبوابها من جديد\nlanguage: ar\npublished: 2024-06-03\n---\n\nتفتح منارة تارن أبوابها للزوار من جديد في 14 يونيو بعد أربع سنوات من العمل.\n\nبلغت تكلفة ترميم منارة تارن 2.4 مليون كرونة، حسبما قالت هيئة الميناء.")]
    [InlineData("zh", "ltr", "灯塔的修复费用是多少？", "二百四十万",
        "---\ntitle: 塔恩灯塔重新开放\nlanguage: zh\npublished: 2024-06-03\n---\n\n塔恩灯塔在四年的修复之后，于六月十四日重新向游客开放。\n\n港口信托基金会表示，灯塔的修复费用为二百四十万克朗。")]
    public async Task Article_InAnotherScript_IsAskedQuotedAndMarked(string language, string direction, string question, string answer, string article)
    {
        await using var bot = await BotHost.StartAsync(articles: [("article.md", article)]);
        await using var window = await ChatWindow.OpenAsync(browsers, bot);

        await window.AskAsync(question);
        await window.LastAnswer.Locator(".cite").First.ClickAsync();
        await window.Marks.First.WaitForAsync();

        await Assertions.Expect(window.LastAnswer).ToContainTextAsync(answer);
        Assert.Equal(await window.LastAnswer.Locator(".words").First.TextContentAsync(), await window.MarkedAsync());
        Assert.Equal(language, await window.Panel.Locator("article").GetAttributeAsync("lang"));
        foreach (var text in (ILocator[])[window.LastExchange.Locator(".question"), window.LastAnswer.Locator(".quote-text").First, window.Panel.Locator("article p").First])
        {
            Assert.Equal(direction, await text.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        }

        await window.CheckAsync($"script-{language}");
    }

    [Fact]
    public async Task Interface_SpeaksTheBrowsersLanguageAndTheChosenOne()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot, locale: "de-DE");
        await Assertions.Expect(window.Page.Locator("#welcome-title")).ToHaveTextAsync("Frag die Artikel");
        await window.Page.Locator(".suggestion").First.WaitForAsync();
        await Assertions.Expect(window.Page.Locator(".suggestion").First).ToContainTextAsync("Nitratgehalt");
        await window.CheckAsync("german");

        await window.Page.Locator("#language").SelectOptionAsync("en");
        await Assertions.Expect(window.Page.Locator("#welcome-title")).ToHaveTextAsync("Ask the articles");
        await window.Page.ReloadAsync();

        await Assertions.Expect(window.Page.Locator("#welcome-title")).ToHaveTextAsync("Ask the articles");
    }
}
