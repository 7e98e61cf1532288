using Microsoft.Playwright;
using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Chat;

public sealed class FilterTests(Browsers browsers)
{
    private static readonly (string Name, string Text)[] Articles =
    [
        ("harbour.md", "---\ntitle: Ferry of Aldmoor\npublished: 2023-05-04\nlanguage: en\ntags: [harbour news]\n---\n\nThe ferry of Aldmoor carries 120 passengers on each crossing of the sound."),
        ("faehre.md", "---\ntitle: Fähre von Aldmoor\npublished: 2025-02-01\nlanguage: de\n---\n\nDie Fähre von Aldmoor befördert 140 Fahrgäste auf jeder Überfahrt."),
        Samples.Lighthouse,
    ];

    [Fact]
    public async Task Filter_SetByKeyboard_HoldsForQuestionsUntilItIsRemoved()
    {
        const string Question = "How many passengers does the ferry of Aldmoor carry?";
        await using var bot = await BotHost.StartAsync(articles: Articles);
        await using var window = await ChatWindow.OpenAsync(browsers, bot);
        var keyboard = window.Page.Keyboard;

        await keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(window.Page.Locator("#filter")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByLabel("Tags")).ToBeFocusedAsync();
        await keyboard.TypeAsync("Harbour News");
        await window.Page.GetByLabel("Since").FillAsync("2024-");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByLabel("Since")).ToHaveAttributeAsync("aria-invalid", "true");
        await window.CheckAsync("filters");
        await window.Page.GetByLabel("Since").FillAsync("2024");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Question).ToBeFocusedAsync();
        await Assertions.Expect(window.Page.Locator(".chip")).ToHaveTextAsync(["in:\"Harbour News\"", "since:2024"]);
        await window.CheckAsync("filters-chosen");

        await window.SayAsync(Question);
        await window.WaitUntilAnsweredAsync($"in:\"Harbour News\" since:2024 {Question}");
        await Assertions.Expect(window.LastAnswer.Locator(".not-found")).ToHaveCountAsync(1);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Remove since:2024" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#filter")).ToBeFocusedAsync();
        await window.SayAsync(Question);
        await window.WaitUntilAnsweredAsync($"in:\"Harbour News\" {Question}");
        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("120 passengers");
        await window.AskAsync("help");
        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("in:sport");
    }

    [Fact]
    public async Task Filter_OnANarrowScreen_OffersTheLanguagesOfTheArticles()
    {
        await using var bot = await BotHost.StartAsync(articles: Articles);
        await using var window = await ChatWindow.OpenAsync(browsers, bot, width: 320, height: 640, dark: true);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Which articles" }).ClickAsync();
        await window.Page.Locator("#filter-lang").SelectOptionAsync(new SelectOptionValue { Label = "German" });
        await window.CheckAsync("filters-320-dark");
        await window.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(window.Page.Locator(".chip")).ToHaveTextAsync(["lang:de"]);
    }
}
