using System.Net;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Articles;

public sealed class ArticlePageTests
{
    [Fact]
    public async Task Page_OfAHostileArticle_ShowsItsTextAndRunsNothing()
    {
        await using var bot = await BotHost.StartAsync(articles:
        [
            ("evil.txt", "<script>alert(1)</script> The Tarn lighthouse \"quotes\" & <img src=x onerror=alert(2)> more </article> words."),
        ]);

        using var response = await bot.Client.GetAsync(new Uri("/articles/articles/evil.txt?start=0&end=8", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<mark id=\"quote\">&lt;script&gt;</mark>alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/articles/articles/nothing.md")]
    [InlineData("/articles?id=%3Cscript%3E")]
    [InlineData("/articles")]
    public async Task Page_OfNoArticle_Is404InWords(string path)
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no article", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start=0&end=100000")]
    [InlineData("start=9&end=4")]
    [InlineData("start=-1&end=4")]
    [InlineData("start=0")]
    [InlineData("start=0&end=4&version=0000")]
    public async Task Page_WithWordsThatAreNotThere_ShowsTheArticleAndSaysSo(string query)
    {
        await using var bot = await BotHost.StartAsync();

        var page = await bot.Client.GetStringAsync(
            new Uri("/articles/articles/lighthouse.md?" + query, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Ada Brink", page, StringComparison.Ordinal);
        Assert.Contains("no longer at its place", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark", page, StringComparison.Ordinal);
    }
}
