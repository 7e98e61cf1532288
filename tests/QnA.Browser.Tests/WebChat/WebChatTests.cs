using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.WebChat;

/// <summary>The real Web Chat bundle of npm on a page of its own, against the bot's Direct Line.</summary>
public sealed class WebChatTests(Browsers browsers, ShippedBot shipped)
{
    private const string Page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Web Chat</title><script src="/webchat.js"></script></head>
        <body style="margin:0"><div id="chat" role="main" style="height:100vh"></div></body>
        </html>
        """;

    [Fact]
    public async Task WebChat_AsksAndShowsTheAnswerWithItsQuotes()
    {
        var required = Environment.GetEnvironmentVariable("QNA_REQUIRE_WEBCHAT") == "1";
        var bundle = FindBundle();
        Assert.SkipWhen(bundle is null && !required, "The Web Chat bundle is not here. Run 'npm ci' in tests/webchat.");
        var bot = shipped.Bot;
        await using var site = await StartSiteAsync(bundle!);
        await using var context = await browsers.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 900, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Urls.First());

        await page.EvaluateAsync(
            """
            async domain => {
              const { token } = await (await fetch(`${domain}/tokens/generate`, { method: 'POST' })).json();
              const directLine = WebChat.createDirectLine({ domain, token });
              WebChat.renderWebChat({ directLine, userID: 'person', locale: 'en-US' }, document.getElementById('chat'));
            }
            """,
            new Uri(bot.Client.BaseAddress!, "/v3/directline").ToString());
        var box = page.Locator("[data-id='webchat-sendbox-input']");
        await box.FillAsync("How many people were evacuated from Lower Quay?");
        await box.PressAsync("Enter");

        await Assertions.Expect(page.Locator("blockquote").First).ToContainTextAsync("evacuated 640 people from Lower Quay");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Storm Brannoc" }).First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", "web-chat.png") });
    }

    private static async Task<WebApplication> StartSiteAsync(string bundle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/", () => Results.Content(Page, "text/html"));
        site.MapGet("/webchat.js", () => Results.File(bundle, "text/javascript"));
        await site.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    private static string? FindBundle()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var bundle = Path.Combine(folder.FullName, "tests", "webchat", "node_modules", "botframework-webchat", "dist", "webchat.js");
            if (File.Exists(bundle))
            {
                return bundle;
            }
        }

        return null;
    }
}
