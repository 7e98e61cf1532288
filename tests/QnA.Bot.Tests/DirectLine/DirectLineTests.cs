using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using QnA.Bot.Tests.Infrastructure;
using QnA.BotFramework.Hosting;

namespace QnA.Bot.Tests.DirectLine;

/// <summary>Direct Line over HTTP and WebSockets, as Web Chat speaks it.</summary>
public sealed class DirectLineTests
{
    private const string Base = "/v3/directline";

    private static readonly Dictionary<string, string?> WithSecret =
        new(StringComparer.Ordinal) { ["DirectLine:Secret"] = "a-secret-of-the-tests-that-is-long-enough" };

    [Fact]
    public async Task Conversation_ByPolling_WelcomesTakesTheMessageAndAnswers()
    {
        await using var bot = await BotHost.StartAsync();
        var (id, token, _) = await StartAsync(bot);

        var sent = await SendAsync(bot, HttpMethod.Post, $"{Base}/conversations/{id}/activities", token, Message(Samples.CostQuestion));

        var activityId = (string?)(await JsonAsync(sent))["id"];
        JsonArray activities = [];
        await Eventually.TrueAsync(async () =>
        {
            using var response = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}/activities?watermark=", token);
            activities = (await JsonAsync(response))["activities"]!.AsArray();
            return activities.Any(IsTheAnswer);
        });
        Assert.Single(activities, a => ((string?)a!["text"])?.StartsWith("Hello.", StringComparison.Ordinal) == true);
        var own = Assert.Single(activities, a => (string?)a!["id"] == activityId);
        Assert.Equal(Samples.CostQuestion, (string?)own!["text"]);
        Assert.Equal("directline", (string?)own["channelId"]);
        Assert.Equal(activityId, (string?)activities[^1]!["replyToId"]);
        Assert.Equal("bot", (string?)activities[^1]!["from"]!["role"]);
    }

    [Fact]
    public async Task Activity_SentAgainByItsClient_HasItsFirstIdAndIsAnsweredOnce()
    {
        await using var bot = await BotHost.StartAsync();
        var client = await DirectLineClient.StartAsync(bot);
        static JsonObject Help(string clientId) => new()
        {
            ["type"] = "message",
            ["text"] = "help",
            ["channelData"] = new JsonObject { ["clientActivityID"] = clientId },
        };

        var first = await client.PostAsync(Help("one"));
        var again = await client.PostAsync(Help("one"));
        var other = await client.PostAsync(Help("two"));

        await client.RepliesAsync(other, reply => (string?)reply["type"] == "message");
        using var response = await client.GetAsync();
        var said = (await JsonAsync(response))["activities"]!.AsArray();
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal([first, other], said.Where(a => (string?)a!["text"] == "help").Select(a => (string?)a!["id"]));
        Assert.Single(said, a => (string?)a!["replyToId"] == first);
    }

    [Fact]
    public async Task Activities_OfAConversationAtOnce_AreAnsweredInTheOrderInWhichTheyStandThere()
    {
        await using var bot = await BotHost.StartAsync();
        var client = await DirectLineClient.StartAsync(bot);

        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SayAsync("help")));

        JsonArray said = [];
        await Eventually.TrueAsync(async () =>
        {
            using var response = await client.GetAsync();
            said = (await JsonAsync(response))["activities"]!.AsArray();
            return said.Count(a => a!["replyToId"] is not null && ids.Contains((string?)a["replyToId"])) == ids.Length;
        });
        var asked = said.Where(a => ids.Contains((string?)a!["id"])).Select(a => (string?)a!["id"]);
        Assert.Equal(asked, said.Where(a => ids.Contains((string?)a!["replyToId"])).Select(a => (string?)a!["replyToId"]));
    }

    [Fact]
    public async Task Turn_ThatFails_TellsThePersonNoDetailsAndTheNextIsAnswered()
    {
        await using var bot = await BotHost.StartAsync(services: services => services.AddSingleton<Microsoft.Bot.Builder.IMiddleware, Failing>());
        var client = await DirectLineClient.StartAsync(bot);

        var failed = await client.RepliesAsync(await client.SayAsync(Failing.Text), _ => true);
        var answered = await client.RepliesAsync(await client.SayAsync("help"), _ => true);

        Assert.Equal(new TurnOptions().ErrorMessage, (string?)Assert.Single(failed)["text"]);
        Assert.NotEqual(new TurnOptions().ErrorMessage, (string?)answered[0]["text"]);
    }

    [Fact]
    public async Task Stream_AfterACut_GoesOnAtTheWatermark()
    {
        await using var bot = await BotHost.StartAsync();
        var (id, token, streamUrl) = await StartAsync(bot);
        var watermark = "";
        using (var first = await ConnectAsync(streamUrl))
        {
            await SendAsync(bot, HttpMethod.Post, $"{Base}/conversations/{id}/activities", token, Message(Samples.CostQuestion));
            var answered = false;
            while (!answered)
            {
                var frame = await ReceiveAsync(first);
                watermark = (string)frame["watermark"]!;
                answered = frame["activities"]!.AsArray().Any(IsTheAnswer);
            }

            first.Abort();
        }

        await SendAsync(bot, HttpMethod.Post, $"{Base}/conversations/{id}/activities", token, Message("help"));
        using var again = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}?watermark={watermark}", token);
        using var second = await ConnectAsync((string)(await JsonAsync(again))["streamUrl"]!);
        var next = await ReceiveAsync(second);

        Assert.Equal("help", (string?)next["activities"]![0]!["text"]);
    }

    [Fact]
    public async Task Stream_EmptyFrameOfTheClient_IsAPingThatIsNotAnswered()
    {
        await using var bot = await BotHost.StartAsync();
        var (id, token, streamUrl) = await StartAsync(bot);
        using var socket = await ConnectAsync(streamUrl);
        await ReceiveAsync(socket);

        for (var i = 0; i < 3; i++)
        {
            await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        }

        await SendAsync(bot, HttpMethod.Post, $"{Base}/conversations/{id}/activities", token, Message("help"));
        Assert.Equal("help", (string?)(await ReceiveAsync(socket))["activities"]![0]!["text"]);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Token_OfAnotherConversationOrInvented_Is403()
    {
        await using var bot = await BotHost.StartAsync();
        var (id, token, _) = await StartAsync(bot);
        var (_, other, _) = await StartAsync(bot);

        using var foreign = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}/activities", other);
        using var invented = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}/activities", token[..^3] + "abc");
        using var missing = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}/activities", token: null);

        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, invented.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, missing.StatusCode);
    }

    [Fact]
    public async Task Token_IsRefreshedForItsConversation()
    {
        await using var bot = await BotHost.StartAsync();
        var (id, token, _) = await StartAsync(bot);

        using var response = await SendAsync(bot, HttpMethod.Post, $"{Base}/tokens/refresh", token);

        var refreshed = await JsonAsync(response);
        Assert.Equal(id, (string?)refreshed["conversationId"]);
        Assert.Equal(1800, (int)refreshed["expires_in"]!);
    }

    [Fact]
    public async Task Token_AfterItsTime_Is403AndCannotBeRefreshed()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await using var bot = await BotHost.StartAsync(services: s => s.AddSingleton<TimeProvider>(time));
        var (id, token, _) = await StartAsync(bot);

        time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        using var before = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}/activities", token);
        time.Advance(TimeSpan.FromSeconds(1));
        using var after = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}/activities", token);
        using var refresh = await SendAsync(bot, HttpMethod.Post, $"{Base}/tokens/refresh", token);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refresh.StatusCode);
    }

    [Fact]
    public async Task Conversation_SilentForLongerThanIdleTimeout_Is404()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await using var bot = await BotHost.StartAsync(
            settings: new Dictionary<string, string?> { ["DirectLine:IdleTimeout"] = "00:05:00" }, services: s => s.AddSingleton<TimeProvider>(time));
        var (id, token, _) = await StartAsync(bot);

        time.Advance(TimeSpan.FromMinutes(4));
        using var kept = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}/activities", token);
        time.Advance(TimeSpan.FromMinutes(4));
        using var keptByReading = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}/activities", token);
        time.Advance(TimeSpan.FromMinutes(6));
        using var ended = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{id}/activities", token);

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(HttpStatusCode.OK, keptByReading.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, ended.StatusCode);
    }

    [Fact]
    public async Task Conversation_BeyondMaxConversations_TakesThePlaceOfTheOneSilentLongest()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await using var bot = await BotHost.StartAsync(
            settings: new Dictionary<string, string?> { ["DirectLine:MaxConversations"] = "2" }, services: s => s.AddSingleton<TimeProvider>(time));
        List<(string Id, string Token, string StreamUrl)> opened = [];
        for (var i = 0; i < 3; i++)
        {
            var started = await StartAsync(bot);

            // The welcome is something said, too; it must not come after the clock has moved.
            await Eventually.TrueAsync(async () =>
            {
                using var response = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{started.Id}/activities", started.Token);
                return (await JsonAsync(response))["activities"]!.AsArray().Count > 0;
            });
            opened.Add(started);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        using var silent = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{opened[0].Id}/activities", opened[0].Token);
        using var second = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{opened[1].Id}/activities", opened[1].Token);
        using var third = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/{opened[2].Id}/activities", opened[2].Token);

        Assert.Equal(HttpStatusCode.NotFound, silent.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task Token_GivenWithoutTheSecret_IsRefusedWhereThereIsOne()
    {
        await using var bot = await BotHost.StartAsync(settings: WithSecret, environment: "Production");

        using var without = await SendAsync(bot, HttpMethod.Post, $"{Base}/tokens/generate", token: null);
        using var with = await SendAsync(bot, HttpMethod.Post, $"{Base}/tokens/generate", WithSecret["DirectLine:Secret"]);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Fact]
    public async Task DirectLine_InProductionWithoutASecret_IsOffAndSaysHowToTurnItOn()
    {
        await using var bot = await BotHost.StartAsync(environment: "Production");

        using var response = await SendAsync(bot, HttpMethod.Post, $"{Base}/tokens/generate", token: null);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("DirectLine:Secret", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conversation_ThatNeverWas_Is404()
    {
        await using var bot = await BotHost.StartAsync(settings: WithSecret);

        using var response = await SendAsync(bot, HttpMethod.Get, $"{Base}/conversations/nothing/activities", WithSecret["DirectLine:Secret"]);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Requests_BeyondTheLimit_Are429WithRetryAfter()
    {
        await using var bot = await BotHost.StartAsync(settings: new Dictionary<string, string?> { ["DirectLine:RequestsPerMinute"] = "2" });
        for (var i = 0; i < 2; i++)
        {
            using var allowed = await SendAsync(bot, HttpMethod.Post, $"{Base}/tokens/generate", token: null);
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        using var response = await SendAsync(bot, HttpMethod.Post, $"{Base}/tokens/generate", token: null);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("https://site.example.com", true)]
    [InlineData("https://evil.example.com", false)]
    public async Task Page_OfAnotherSite_MayTalkOnlyWhereAllowed(string origin, bool allowed)
    {
        await using var bot = await BotHost.StartAsync(settings: new Dictionary<string, string?> { ["DirectLine:AllowedOrigins:0"] = "https://site.example.com" });
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri($"{Base}/conversations", UriKind.Relative));
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent");

        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(allowed, response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"conversationUpdate\"}")]
    public async Task Activity_ThatNoClientMaySend_Is400(string body)
    {
        await using var bot = await BotHost.StartAsync();
        var (id, token, _) = await StartAsync(bot);

        using var response = await SendAsync(bot, HttpMethod.Post, $"{Base}/conversations/{id}/activities", token, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private sealed class Failing : Microsoft.Bot.Builder.IMiddleware
    {
        public const string Text = "fail";

        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
            turnContext.Activity.Text == Text ? throw new InvalidOperationException("secret detail") : next(cancellationToken);
    }

    private static bool IsTheAnswer(JsonNode? activity) =>
        (string?)activity!["type"] == "message" && ((string)activity["text"]!).Contains(Samples.CostSentence, StringComparison.Ordinal);

    private static string Message(string text) =>
        new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "someone" } }.ToJsonString();

    private static async Task<(string Id, string Token, string StreamUrl)> StartAsync(BotHost bot)
    {
        using var response = await SendAsync(bot, HttpMethod.Post, $"{Base}/conversations", token: null);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var json = await JsonAsync(response);
        return ((string)json["conversationId"]!, (string)json["token"]!, (string)json["streamUrl"]!);
    }

    private static async Task<HttpResponseMessage> SendAsync(BotHost bot, HttpMethod method, string path, string? token, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;

    private static async Task<ClientWebSocket> ConnectAsync(string streamUrl)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(streamUrl), TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<JsonNode> ReceiveAsync(ClientWebSocket socket)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            await frame.WriteAsync(buffer.AsMemory(0, received.Count), TestContext.Current.CancellationToken);
        }
        while (!received.EndOfMessage);
        return JsonNode.Parse(frame.ToArray())!;
    }
}
