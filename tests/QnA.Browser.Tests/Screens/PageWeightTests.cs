using System.Collections.Concurrent;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Screens;

public sealed class PageWeightTests(Browsers browsers, ShippedBot shipped)
{
    private const int MaxBytes = 100_000;

    [Fact]
    public async Task Page_WithAnAnswerAndItsArticle_IsLightAndAsksNobodyElse()
    {
        var bot = shipped.Bot;
        await using var window = await ChatWindow.OpenAsync(browsers, bot);
        ConcurrentQueue<string> loaded = [];
        window.Page.Response += (_, response) => loaded.Enqueue(response.Url);

        await window.Page.ReloadAsync();
        await window.WaitUntilOnlineAsync();
        await window.AskAsync("How many people were evacuated from Lower Quay?");
        await window.LastAnswer.Locator(".cite").First.ClickAsync();
        await window.Marks.First.WaitForAsync();

        var address = bot.Client.BaseAddress!;
        Assert.All(loaded, url => Assert.Equal(address.Authority, new Uri(url).Authority));
        var weight = 0;
        foreach (var file in loaded.Select(url => new Uri(url).AbsolutePath).Where(p => p == "/" || Path.HasExtension(p) && !p.StartsWith("/articles/", StringComparison.Ordinal)).Distinct())
        {
            weight += (await bot.Client.GetByteArrayAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken)).Length;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"The page weighs {weight:N0} bytes, uncompressed.");
        Assert.InRange(weight, 1, MaxBytes);
    }
}
