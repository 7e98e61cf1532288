using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;

namespace QnA.BotFramework.Tests.Infrastructure;

/// <summary>A bot behind Kestrel, and a connector service that it answers to.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private BotServer(LoopbackServer server, FakeConnector connector, CloudAdapter adapter)
    {
        _server = server;
        Connector = connector;
        Adapter = adapter;
    }

    public FakeConnector Connector { get; }

    public CloudAdapter Adapter { get; }

    public HttpClient Client => _server.Client;

    public static async Task<BotServer> StartAsync(IBot bot, CloudAdapter? adapter = null)
    {
        adapter ??= new CloudAdapter(LocalConfiguration());
        var server = await LoopbackServer.StartAsync(c => adapter.ProcessAsync(c.Request, c.Response, bot, c.RequestAborted));
        return new BotServer(server, await FakeConnector.StartAsync(), adapter);
    }

    /// <summary>Settings of a bot without an app id that may answer services of this machine.</summary>
    public static IConfiguration LocalConfiguration() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["BotFramework:AllowLoopback"] = "true" })
        .Build();

    public JsonObject Message(string text = "hi", string id = "a1", string conversation = "c1") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["text"] = text,
        ["channelId"] = "emulator",
        ["serviceUrl"] = Connector.ServiceUrl,
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["from"] = new JsonObject { ["id"] = "user", ["name"] = "User" },
        ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "Bot" },
    };

    public Task<HttpResponseMessage> PostAsync(JsonNode activity, string? authorization = null) =>
        PostAsync(activity.ToJsonString(), authorization: authorization);

    public async Task<HttpResponseMessage> PostAsync(
        string body, string contentType = "application/json; charset=utf-8", string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new StringContent(body, Encoding.UTF8);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await Connector.DisposeAsync();
    }
}
