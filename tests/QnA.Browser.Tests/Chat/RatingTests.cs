using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QnA.Bot.Tests.Infrastructure;
using QnA.BotFramework.Hosting;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Chat;

public sealed class RatingTests(Browsers browsers)
{
    [Fact]
    public async Task Thumb_IsShownAsPressedAndKeptWithTheAnswer()
    {
        await using var bot = await BotHost.StartAsync();
        await using var window = await ChatWindow.OpenAsync(browsers, bot);
        await window.AskAsync(Samples.CostQuestion);

        var thumb = window.LastExchange.GetByRole(AriaRole.Button, new() { Name = "Bad answer" });
        await thumb.ClickAsync();

        await Assertions.Expect(window.LastExchange.Locator("button[aria-pressed=true]")).ToHaveCountAsync(1);
        var storage = (SqliteStorage)bot.Services.GetRequiredService<IStorage>();
        IDictionary<string, object> entry = new Dictionary<string, object>(StringComparer.Ordinal);
        await Eventually.TrueAsync(async () =>
        {
            await foreach (var (_, item) in storage.ListAsync("feedback/directline/", TestContext.Current.CancellationToken))
            {
                entry = (IDictionary<string, object>)item.Values.Single();
                return true;
            }

            return false;
        });
        Assert.Equal("dislike", entry["Reaction"]);
        Assert.Equal(Samples.CostQuestion, entry["Question"]);
    }
}
