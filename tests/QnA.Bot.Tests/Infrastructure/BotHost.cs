using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QnA.Bot.Hosting;

namespace QnA.Bot.Tests.Infrastructure;

/// <summary>The whole bot on the loopback address, with a folder of articles and an index of its own.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _root;

    private BotHost(WebApplication app, string root, FakeConnector connector)
    {
        _app = app;
        _root = root;
        Connector = connector;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public FakeConnector Connector { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public string ArticlesFolder => Path.Combine(_root, "articles");

    public static async Task<BotHost> StartAsync(
        IEnumerable<(string Name, string Text)>? articles = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null,
        string environment = "Development",
        bool waitUntilReady = true)
    {
        var root = Directory.CreateTempSubdirectory("qna-bot-").FullName;
        var folder = Directory.CreateDirectory(Path.Combine(root, "articles")).FullName;
        foreach (var (name, text) in articles ?? [Samples.Lighthouse, Samples.Orchard])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        }

        var app = Build(root, settings, services, environment);
        var connector = await FakeConnector.StartAsync();
        await app.StartAsync();
        var host = new BotHost(app, root, connector);
        if (waitUntilReady)
        {
            await host.WaitUntilReadyAsync();
        }

        return host;
    }

    /// <summary>Puts the application together without starting it.</summary>
    public static WebApplication Build(
        string root, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null, string environment = "Development")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = root, EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Urls"] = "http://127.0.0.1:0" });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddQnABot();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapQnABot();
        return app;
    }

    public JsonObject Message(string? text, string? deliveryMode = null, string conversation = "c1", string channel = "emulator", string? id = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = id ?? Guid.NewGuid().ToString("N"),
            ["channelId"] = channel,
            ["serviceUrl"] = Connector.ServiceUrl,
            ["conversation"] = new JsonObject { ["id"] = conversation },
            ["from"] = new JsonObject { ["id"] = "user", ["name"] = "User" },
            ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "Bot" },
        };
        if (text is not null)
        {
            activity["text"] = text;
        }

        if (deliveryMode is not null)
        {
            activity["deliveryMode"] = deliveryMode;
        }

        return activity;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity) => PostAsync(activity.ToJsonString());

    public async Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

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

    public Task WaitUntilReadyAsync() => Eventually.TrueAsync(async () =>
    {
        using var response = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode;
    });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Connector.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
