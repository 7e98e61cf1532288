using Microsoft.Playwright;
using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Chat;

public sealed class ConflictTests(Browsers browsers)
{
    private static readonly (string Name, string Text)[] Articles =
    [
        ("early.md", "---\ntitle: Tarn lighthouse opens again\npublished: 2023-01-10\n---\n\nThe restoration of the Tarn lighthouse cost 1.9 million euros.\n\nVisitors may climb to the lamp from Saturday on."),
        ("late.md", "---\ntitle: Bill for the Tarn lighthouse\npublished: 2024-06-03\n---\n\nThe restoration of the Tarn lighthouse cost 2.4 million euros.\n\nThe council will hear in September who pays the masons."),
    ];

    [Fact]
    public async Task Conflict_ShowsEachArticleWithItsDateSideBySide()
    {
        await using var bot = await BotHost.StartAsync(articles: Articles);
        await using var window = await ChatWindow.OpenAsync(browsers, bot);

        await window.AskAsync(Samples.CostQuestion);

        var sides = window.LastAnswer.Locator(".side");
        await Assertions.Expect(sides).ToHaveCountAsync(2);
        await Assertions.Expect(sides.First).ToContainTextAsync("June 3, 2024");
        await Assertions.Expect(sides.First).ToContainTextAsync("2.4 million");
        await Assertions.Expect(sides.Last).ToContainTextAsync("January 10, 2023");
        await Assertions.Expect(sides.Last).ToContainTextAsync("1.9 million");
        var first = (await sides.First.BoundingBoxAsync())!;
        var second = (await sides.Last.BoundingBoxAsync())!;
        Assert.Equal(first.Y, second.Y, 1);
        await window.CheckAsync("conflict");
        await window.Page.SetViewportSizeAsync(320, 700);
        await window.CheckAsync("conflict-narrow");
    }
}
