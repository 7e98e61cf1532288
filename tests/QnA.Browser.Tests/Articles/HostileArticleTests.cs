using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Articles;

public sealed class HostileArticleTests(Browsers browsers)
{
    private const string Sentence =
        "The Tarn lighthouse <img src=x onerror=alert(1)> cost **2.4 million** [crowns](javascript:alert(2)) \u001B[31mred\u001B[0m "
        + "zero\u200Bwidth \u202Egnirts\u202C & &lt;b&gt; \"quoted\" <script>alert(3)</script> `code` |cell| words.";

    [Fact]
    public async Task Article_FullOfMarkupAndControls_IsShownAsTextAndQuotedLetterForLetter()
    {
        await using var bot = await BotHost.StartAsync(articles:
        [
            ("evil.txt", $"<script>alert(4)</script> <h1>Harbour</h1>\n\n{Sentence}\n\nAnother \u2066paragraph\u2069 <a href=\"javascript:alert(5)\">here</a>."),
        ]);
        await using var window = await ChatWindow.OpenAsync(browsers, bot);

        await window.AskAsync("What did the Tarn lighthouse cost?");
        var quote = (await window.LastAnswer.Locator(".words").First.TextContentAsync())!;
        await window.LastAnswer.Locator(".cite").First.ClickAsync();
        await window.Marks.First.WaitForAsync();

        Assert.Contains("<img src=x onerror=alert(1)> cost **2.4 million** [crowns](javascript:alert(2))", quote, StringComparison.Ordinal);
        Assert.Contains(quote, Sentence, StringComparison.Ordinal);
        Assert.Equal(4, await window.LastAnswer.Locator(".words").First.Locator(".control").CountAsync());
        Assert.Equal(quote, await window.MarkedAsync());
        Assert.Equal(0, await window.Page.Locator("#panel img, #panel script, #transcript img, #transcript script, [href^=javascript]").CountAsync());
        Assert.Equal(["U+001B", "U+001B", "U+202E", "U+202C"], await window.Marks.Locator(".control").EvaluateAllAsync<string[]>("all => all.map(e => e.title)"));
        await window.CheckAsync("hostile");

        await window.Page.Keyboard.PressAsync("Escape");
        await window.AskAsync("**bold** <img src=x onerror=alert(6)> of the lighthouse");
        Assert.Equal(0, await window.Page.Locator("#transcript img").CountAsync());
    }
}
