using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Web;

public sealed class UploadTests
{
    private const string Key = "a-key-of-the-tests-that-is-long-enough";

    private const string Otters = "# The otters are back\n\nSeven otters were counted on the river Oske in March, the ranger Ines Aldo said.";

    private static readonly Dictionary<string, string?> WithKey = new(StringComparer.Ordinal) { ["Web:Uploads:Key"] = Key };

    [Fact]
    public async Task File_ThatIsAdded_AnswersUntilItIsRemoved()
    {
        await using var bot = await BotHost.StartAsync();

        using var added = await SendAsync(bot, HttpMethod.Post, "otters.md", Otters);
        await StateAsync(bot, "ready");
        var answer = await bot.AskAsync("How many otters were counted on the river Oske?");
        using var removed = await SendAsync(bot, HttpMethod.Delete, "otters.md");

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Contains("Seven otters", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await Eventually.TrueAsync(async () =>
        {
            using var page = await bot.Client.GetAsync(new Uri("/articles/uploads/otters.md", UriKind.Relative), TestContext.Current.CancellationToken);
            return page.StatusCode == HttpStatusCode.NotFound;
        });
        Assert.Empty((await JsonAsync(await SendAsync(bot, HttpMethod.Get, name: null)))["files"]!.AsArray());
    }

    [Fact]
    public async Task File_WithANameThatLeadsElsewhere_StaysInTheFolder()
    {
        await using var bot = await BotHost.StartAsync();

        using var added = await SendAsync(bot, HttpMethod.Post, "../../articles/lighthouse.md", Otters);
        var lighthouse = await File.ReadAllTextAsync(Path.Combine(bot.ArticlesFolder, "lighthouse.md"), TestContext.Current.CancellationToken);
        using var removed = await SendAsync(bot, HttpMethod.Delete, "../../articles/lighthouse.md");

        Assert.Equal("lighthouse.md", (string?)(await JsonAsync(added))["name"]);
        Assert.Equal(Samples.Lighthouse.Text, lighthouse);
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        Assert.True(File.Exists(Path.Combine(bot.ArticlesFolder, "lighthouse.md")));
    }

    [Theory]
    [InlineData("program.exe", "MZ", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("noextension", "text", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("empty.md", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("blank.txt", "  \n ", HttpStatusCode.UnprocessableEntity)]
    [InlineData("broken.jsonl", "{\"id\": 1", HttpStatusCode.UnprocessableEntity)]
    public async Task File_WithoutAnArticle_IsRefusedInWordsAndNotKept(string name, string contents, HttpStatusCode status)
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await SendAsync(bot, HttpMethod.Post, name, contents);

        Assert.Equal(status, response.StatusCode);
        Assert.NotEmpty((string)(await JsonAsync(response))["error"]!);
        Assert.Empty((await JsonAsync(await SendAsync(bot, HttpMethod.Get, name: null)))["files"]!.AsArray());
    }

    [Fact]
    public async Task File_WithTheIdOfAnotherArticle_IsRefused()
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await SendAsync(bot, HttpMethod.Post, "evil.jsonl", """{"id": "articles/lighthouse.md", "text": "The Tarn lighthouse cost nothing."}""");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task File_LargerThanTheLimit_IsRefused()
    {
        await using var bot = await BotHost.StartAsync(settings: new Dictionary<string, string?> { ["Web:Uploads:MaxFileBytes"] = "1024" });

        using var response = await SendAsync(bot, HttpMethod.Post, "large.txt", new string('a', 1025));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("1,024", (string)(await JsonAsync(response))["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_InProductionWithoutAKey_AreOffAndSayHowToTurnThemOn()
    {
        await using var bot = await BotHost.StartAsync(environment: "Production");

        using var response = await SendAsync(bot, HttpMethod.Post, "otters.md", Otters);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Web:Uploads:Key", (string)(await JsonAsync(response))["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uploads_WithAKey_TakeFilesOfThoseWhoHaveIt()
    {
        await using var bot = await BotHost.StartAsync(settings: WithKey, environment: "Production");

        using var without = await SendAsync(bot, HttpMethod.Post, "otters.md", Otters);
        using var wrong = await SendAsync(bot, HttpMethod.Post, "otters.md", Otters, key: "another");
        using var right = await SendAsync(bot, HttpMethod.Post, "otters.md", Otters, key: Key);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Created, right.StatusCode);
    }

    [Fact]
    public async Task Uploads_OfAPageOfAnotherSite_AreRefused()
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await SendAsync(bot, HttpMethod.Post, "otters.md", Otters, origin: "https://evil.example.com");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static Task StateAsync(BotHost bot, string state) => Eventually.TrueAsync(async () =>
    {
        var files = (await JsonAsync(await SendAsync(bot, HttpMethod.Get, name: null)))["files"]!.AsArray();
        return files.Count == 1 && (string?)files[0]!["state"] == state;
    });

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    private static async Task<HttpResponseMessage> SendAsync(
        BotHost bot, HttpMethod method, string? name, string? contents = null, string? key = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(
            method, new Uri(name is null ? "/uploads" : $"/uploads?name={Uri.EscapeDataString(name)}", UriKind.Relative));
        if (contents is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(contents));
        }

        if (key is not null)
        {
            request.Headers.Add("X-Uploads-Key", key);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
