using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using QnA.Testing;

namespace QnA.Bot.Tests.Infrastructure;

/// <summary>The bot of the harness with the articles of these tests, and the protocol's JSON in the hands of the test.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly TestBot _bot;

    private BotHost(TestBot bot) => _bot = bot;

    public FakeConnector Connector => _bot.Connector;

    public HttpClient Client => _bot.Client;

    public IServiceProvider Services => _bot.Services;

    public string ArticlesFolder => _bot.ArticlesFolder;

    public static async Task<BotHost> StartAsync(
        IEnumerable<(string Name, string Text)>? articles = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null,
        string environment = "Development",
        bool waitUntilReady = true) => new(await TestBot.StartAsync(new TestBotOptions
        {
            Articles = [.. (articles ?? [Samples.Lighthouse, Samples.Orchard]).Select(a => new TestArticle(a.Name, a.Text))],
            Settings = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>(), StringComparer.OrdinalIgnoreCase),
            Services = services,
            Environment = environment,
            WaitUntilReady = waitUntilReady,
            CancellationToken = TestContext.Current.CancellationToken,
        }));

    public JsonObject Message(string? text, string? deliveryMode = null, string conversation = "c1", string channel = "emulator", string? id = null)
    {
        var message = id is null ? new TestMessage(text) : new TestMessage(text) { Id = id };
        var activity = message.ToActivity(channel, conversation, TestMessage.DefaultPerson, Connector.ServiceUrl, expectReplies: false);
        if (deliveryMode is not null)
        {
            activity["deliveryMode"] = deliveryMode;
        }

        return activity;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity) => _bot.PostAsync(activity);

    public Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json") => _bot.PostAsync(body, contentType);

    /// <summary>Asks with the answer in the response; gives the message, not the typing.</summary>
    public async Task<JsonNode> AskForReplyAsync(string? text, string conversation = "c1", string channel = "emulator")
    {
        using var response = await PostAsync(Message(text, "expectReplies", conversation, channel));
        response.EnsureSuccessStatusCode();
        var replies = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["activities"]!.AsArray();
        return replies.Single(a => (string?)a!["type"] == "message")!;
    }

    public async Task<string> AskAsync(string? text, string conversation = "c1", string channel = "emulator") =>
        (string)(await AskForReplyAsync(text, conversation, channel))["text"]!;

    public ValueTask DisposeAsync() => _bot.DisposeAsync();
}
