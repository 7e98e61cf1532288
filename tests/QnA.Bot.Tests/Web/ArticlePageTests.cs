using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Web;

public sealed class ArticlePageTests
{
    private const string Lighthouse = "/articles/articles/lighthouse.md";

    [Fact]
    public async Task Page_OfAHostileArticle_ShowsItsTextAndRunsNothing()
    {
        await using var bot = await BotHost.StartAsync(articles:
        [
            ("evil.txt", "<script>alert(1)</script> The Tarn lighthouse \"quotes\" & <img src=x onerror=alert(2)> more </article> words."),
        ]);

        using var response = await GetAsync(bot, "/articles/articles/evil.txt?start=0&end=8");
        var page = await TextAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<mark id=\"quote\">&lt;script&gt;</mark>alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/articles/articles/nothing.md")]
    [InlineData("/articles?id=%3Cscript%3E")]
    [InlineData("/articles")]
    public async Task Page_OfNoArticle_Is404InWords(string path)
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await GetAsync(bot, path);
        var page = await TextAsync(response);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no article", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAQuotedArticleThatWasRemoved_Is410InWords()
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await GetAsync(bot, $"/articles/articles/nothing.md?start=0&end=4&version={new string('a', 64)}");
        using var german = await GetAsync(bot, $"/articles/articles/nothing.md?start=0&end=4&version={new string('a', 64)}", language: "de-AT,en;q=0.5");

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Contains("has been removed", await TextAsync(response), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\">", await TextAsync(german), StringComparison.Ordinal);
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

        var page = await bot.Client.GetStringAsync(new Uri($"{Lighthouse}?{query}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Ada Brink", page, StringComparison.Ordinal);
        Assert.Contains("no longer at its place", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_SeenBefore_Is304UntilTheArticleChanges()
    {
        await using var bot = await BotHost.StartAsync();
        using var first = await GetAsync(bot, Lighthouse);
        var json = JsonNode.Parse(await bot.Client.GetStringAsync(new Uri(Lighthouse + "?format=json", UriKind.Relative), TestContext.Current.CancellationToken))!;

        using var again = await GetAsync(bot, Lighthouse, first.Headers.ETag);
        await File.AppendAllTextAsync(Path.Combine(bot.ArticlesFolder, "lighthouse.md"), "\n\nThe lamp was lit at nine.", TestContext.Current.CancellationToken);
        HttpStatusCode changed = default;
        await Eventually.TrueAsync(async () =>
        {
            using var response = await GetAsync(bot, Lighthouse, first.Headers.ETag);
            changed = response.StatusCode;
            return changed != HttpStatusCode.NotModified;
        });

        Assert.StartsWith($"\"{json["version"]}", first.Headers.ETag?.Tag, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed);
    }

    [Fact]
    public async Task Page_AndItsJson_ShowTheSameWordsAndTheSameQuote()
    {
        await using var bot = await BotHost.StartAsync();
        const string Query = "?start=4&end=120";

        var page = await bot.Client.GetStringAsync(new Uri(Lighthouse + Query, UriKind.Relative), TestContext.Current.CancellationToken);
        var json = JsonNode.Parse(await bot.Client.GetStringAsync(new Uri($"{Lighthouse}{Query}&format=json", UriKind.Relative), TestContext.Current.CancellationToken))!;

        var pieces = json["blocks"]!.AsArray().SelectMany(b => b!["pieces"]!.AsArray()).ToList();
        var text = string.Concat(pieces.Select(p => (string?)p!["text"]));
        var marked = string.Concat(pieces.Where(p => (bool)p!["marked"]!).Select(p => (string?)p!["text"]));
        Assert.Equal(text[4..120], marked);
        Assert.Equal(text, ShownText.Of(page, "article"));
        Assert.Equal(marked, ShownText.Of(page, "mark"));
    }

    private static async Task<HttpResponseMessage> GetAsync(BotHost bot, string path, EntityTagHeaderValue? known = null, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        return await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
