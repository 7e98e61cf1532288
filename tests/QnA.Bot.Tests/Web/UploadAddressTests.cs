using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using QnA.Bot.Tests.Infrastructure;
using QnA.Bot.Web.Uploads;
using QnA.Documents;

namespace QnA.Bot.Tests.Web;

public sealed class UploadAddressTests : IAsyncLifetime
{
    private const string Key = "a-key-of-the-tests-that-is-long-enough";

    private const string Question = "How many otters were counted on the river Oske?";

    private WebSite _site = null!;

    public async ValueTask InitializeAsync() => _site = await WebSite.StartAsync(
        ("/news/otters", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(
            "<html><head><title>The otters are back</title></head><body><nav>Home</nav><article><h1>The otters are back</h1>"
            + "<p>Seven otters were counted on the river Oske in March, the ranger Ines Aldo said.</p></article></body></html>")),
        ("/report.pdf", "application/pdf", PdfFiles.Make(
            null,
            [new(60, 780, 20, "The otters are back"), new(60, 740, 11, "A report of the ranger Ines Aldo.")],
            [new(60, 780, 11, "Seven otters were counted on the river Oske in March.")])),
        ("/feed", "application/rss+xml", "<rss version=\"2.0\"><channel><title>t</title></channel></rss>"u8.ToArray()),
        ("/empty", "text/html", []));

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Address_OfAPage_AnswersWithItsAddressUntilItIsRemoved()
    {
        await using var bot = await BotHost.StartAsync(settings: WebSite.Allowed);
        var address = $"{_site.Address}/news/otters";

        using var added = await AddAsync(bot, address);
        var name = (string)(await JsonAsync(added))["name"]!;
        await ReadyAsync(bot);
        var reply = await bot.AskForReplyAsync(Question);
        using var removed = await bot.Client.DeleteAsync(new Uri($"/uploads?name={Uri.EscapeDataString(name)}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Contains("Seven otters", (string)reply["text"]!, StringComparison.Ordinal);
        Assert.Contains(address, (string)reply["text"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await Eventually.TrueAsync(async () => !(await bot.AskAsync(Question)).Contains("Seven otters", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Address_OfAPdf_KeepsItsPages()
    {
        await using var bot = await BotHost.StartAsync(settings: WebSite.Allowed);

        using var added = await AddAsync(bot, $"{_site.Address}/report.pdf");
        await ReadyAsync(bot);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Contains("page 2", await bot.AskAsync(Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_AddedTwice_IsKeptOnce()
    {
        await using var bot = await BotHost.StartAsync(settings: WebSite.Allowed);

        using var first = await AddAsync(bot, $"{_site.Address}/news/otters");
        await ReadyAsync(bot);
        using var second = await AddAsync(bot, $"  {_site.Address}/news/otters#more ");

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Single(await FilesAsync(bot));
    }

    [Theory]
    [InlineData("/nothing", HttpStatusCode.UnprocessableEntity, "there is no such page")]
    [InlineData("/feed", HttpStatusCode.UnprocessableEntity, "which cannot be read")]
    [InlineData("/empty", HttpStatusCode.UnprocessableEntity, "The page is empty.")]
    public async Task Address_WithoutAnArticle_IsRefusedInWordsAndNotKept(string path, HttpStatusCode status, string words)
    {
        await using var bot = await BotHost.StartAsync(settings: WebSite.Allowed);

        using var response = await AddAsync(bot, _site.Address + path);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, (string)(await JsonAsync(response))["error"]!, StringComparison.Ordinal);
        Assert.Empty(await FilesAsync(bot));
    }

    [Theory]
    [InlineData("ftp://example.com/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    [InlineData("https://name:word@example.com/a")]
    [InlineData("otters")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Address_ThatIsNone_IsABadRequestInWords(string? address)
    {
        await using var bot = await BotHost.StartAsync(settings: WebSite.Allowed);

        using var response = await AddAsync(bot, address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = (string)(await JsonAsync(response))["error"]!;
        Assert.NotEmpty(error);
        Assert.DoesNotContain("Parameter", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_OfAPrivateNetwork_IsNotFetched()
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await AddAsync(bot, $"{_site.Address}/news/otters");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("not on the public Internet", (string)(await JsonAsync(response))["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_ThatIsNoJson_IsABadRequest()
    {
        await using var bot = await BotHost.StartAsync();
        using var content = new StringContent("otters", Encoding.UTF8, "application/json");

        using var response = await bot.Client.PostAsync(new Uri("/uploads/address", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Addresses_WithAKey_AreThoseOfPeopleWhoHaveIt()
    {
        var settings = WebSite.Allowed;
        settings["Web:Uploads:Key"] = Key;
        await using var bot = await BotHost.StartAsync(settings: settings, environment: "Production");

        using var without = await AddAsync(bot, $"{_site.Address}/news/otters");
        using var right = await AddAsync(bot, $"{_site.Address}/news/otters", Key);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.Created, right.StatusCode);
    }

    [Fact]
    public void NameOf_LongAddresses_DiffersAndStaysAName()
    {
        var start = $"https://example.com/{new string('a', 200)}";

        var first = UploadAddresses.NameOf($"{start}/1");
        var second = UploadAddresses.NameOf($"{start}/2");

        Assert.NotEqual(first, second);
        Assert.Equal(first, UploadName.Clean(first));
    }

    private static async Task<HttpResponseMessage> AddAsync(BotHost bot, string? address, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/uploads/address", UriKind.Relative)) { Content = JsonContent.Create(new { address }) };
        if (key is not null)
        {
            request.Headers.Add("X-Uploads-Key", key);
        }

        return await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task ReadyAsync(BotHost bot) => Eventually.TrueAsync(async () => (await FilesAsync(bot)) is [{ } file] && (string?)file["state"] == "ready");

    private static async Task<JsonArray> FilesAsync(BotHost bot)
    {
        using var response = await bot.Client.GetAsync(new Uri("/uploads", UriKind.Relative), TestContext.Current.CancellationToken);
        return (await JsonAsync(response))["files"]!.AsArray();
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
