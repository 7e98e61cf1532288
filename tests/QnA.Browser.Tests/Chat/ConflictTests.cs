using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QnA.Bot.Replies;
using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;
using QnA.Core.Answers;

namespace QnA.Browser.Tests.Chat;

public sealed class ConflictTests(Browsers browsers)
{
    private static readonly (string Name, string Text)[] Articles =
    [
        ("early.md", "---\ntitle: Lighthouse to cost little\npublished: 2023-01-10\n---\n\nThe restoration of the Tarn lighthouse will cost 1.9 million crowns."),
        ("late.md", "---\ntitle: Lighthouse bill is in\npublished: 2024-06-03\n---\n\nThe restoration of the Tarn lighthouse cost 2.4 million crowns."),
    ];

    [Fact]
    public async Task Conflict_ShowsEachArticleWithItsDateSideBySide()
    {
        await using var bot = await BotHost.StartAsync(articles: Articles, services: s => s.AddSingleton<IReplyRenderer<Activity>, Disagreeing>());
        await using var window = await ChatWindow.OpenAsync(browsers, bot);

        await window.AskAsync(Samples.CostQuestion);

        var sides = window.LastAnswer.Locator(".side");
        await Assertions.Expect(sides).ToHaveCountAsync(2);
        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("January 10, 2023");
        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("June 3, 2024");
        var first = (await sides.First.BoundingBoxAsync())!;
        var second = (await sides.Last.BoundingBoxAsync())!;
        Assert.Equal(first.Y, second.Y, 1);
        await window.CheckAsync("conflict");
        await window.Page.SetViewportSizeAsync(320, 700);
        await window.CheckAsync("conflict-narrow");
    }

    /// <summary>Sends every answer as one on which the articles do not agree.</summary>
    private sealed class Disagreeing(MarkdownReplyRenderer markdown) : IReplyRenderer<Activity>
    {
        private readonly DirectLineReplyRenderer _inner = new(markdown);

        public bool Supports(string? channelId) => _inner.Supports(channelId);

        public Activity Render(Answer answer) => _inner.Render(answer with { Status = AnswerStatus.Conflict });
    }
}
