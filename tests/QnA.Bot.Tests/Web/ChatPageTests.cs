using System.Net;
using System.Text.Json.Nodes;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Web;

public sealed class ChatPageTests
{
    private static readonly Dictionary<string, string?> On = new(StringComparer.Ordinal) { ["Web:Chat:Enabled"] = "true" };

    [Theory]
    [InlineData("/")]
    [InlineData("/articles/articles/lighthouse.md")]
    [InlineData("/articles/articles/nothing.md")]
    public async Task Page_RunsAndLoadsNothingButItsOwnFiles(string path)
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("trusted-types 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/chat/config")]
    [InlineData("/app/main.js")]
    public async Task Response_ThatIsNoPage_MayDoNothing(string path)
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Page_InProduction_IsOffAndSaysHowToTurnItOn()
    {
        await using var bot = await BotHost.StartAsync(environment: "Production");

        using var page = await bot.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        using var token = await PostAsync(bot, "/chat/token");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("Web:Chat:Enabled", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, token.StatusCode);
    }

    [Fact]
    public async Task Token_InProductionWithThePageOn_OpensOneConversationAndNoOther()
    {
        await using var bot = await BotHost.StartAsync(settings: On, environment: "Production");

        using var response = await PostAsync(bot, "/chat/token");
        var token = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        using var own = await PostAsync(bot, "/v3/directline/conversations", (string?)token["token"]);
        using var without = await PostAsync(bot, "/v3/directline/tokens/generate");

        Assert.Equal(HttpStatusCode.Created, own.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.StartsWith("page_", (string?)token["userId"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chat/token")]
    [InlineData("/api/messages")]
    public async Task Request_ForAnotherHostName_IsRefused(string path)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["AllowedHosts"] = "localhost;127.0.0.1;[::1]" };
        await using var bot = await BotHost.StartAsync(settings: settings);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Headers.Host = "rebound.example.com";

        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Invalid Hostname", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_AskedForByAPageOfAnotherSite_IsRefused()
    {
        await using var bot = await BotHost.StartAsync(settings: On);

        using var response = await PostAsync(bot, "/chat/token", origin: "https://evil.example.com");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Page_BehindAProxyThatEndsTls_MaySpeakToItsBot()
    {
        var settings = new Dictionary<string, string?>(On, StringComparer.Ordinal) { ["Bot:PublicAddress"] = "https://bot.example.com" };
        await using var bot = await BotHost.StartAsync(settings: settings, environment: "Production");

        using var response = await PostAsync(bot, "/chat/token", origin: "https://bot.example.com");
        var token = (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["token"];
        using var started = await PostAsync(bot, "/v3/directline/conversations", token, origin: "https://bot.example.com");

        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
    }

    [Fact]
    public async Task Suggestions_AreTitlesThatTheirOwnArticlesAnswer()
    {
        await using var bot = await BotHost.StartAsync();

        var json = JsonNode.Parse(await bot.Client.GetStringAsync(new Uri("/chat/suggestions?language=en", UriKind.Relative), TestContext.Current.CancellationToken))!;

        var titles = json.AsArray().Select(s => (string)s!["title"]!).ToList();
        Assert.NotEmpty(titles);
        foreach (var title in titles)
        {
            Assert.Contains(title, await bot.AskAsync(title), StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(BotHost bot, string path, string? token = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        if (token is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {token}");
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
