using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace QnA.Bot.Tests.Infrastructure;

/// <summary>One Direct Line conversation, over HTTP.</summary>
internal sealed class DirectLineClient
{
    private const string Base = "/v3/directline";

    private readonly BotHost _bot;

    private DirectLineClient(BotHost bot, string id, string token) => (_bot, Id, Token) = (bot, id, token);

    public string Id { get; }

    public string Token { get; }

    public static async Task<DirectLineClient> StartAsync(BotHost bot)
    {
        using var response = await SendAsync(bot, HttpMethod.Post, "/conversations", token: null);
        response.EnsureSuccessStatusCode();
        var json = (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        return new DirectLineClient(bot, (string)json["conversationId"]!, (string)json["token"]!);
    }

    public Task<HttpResponseMessage> GetAsync() => SendAsync(_bot, HttpMethod.Get, $"/conversations/{Id}/activities", Token);

    /// <summary>Sends an activity; gives its id.</summary>
    public async Task<string> PostAsync(JsonObject activity)
    {
        activity["from"] ??= new JsonObject { ["id"] = "someone" };
        using var response = await SendAsync(_bot, HttpMethod.Post, $"/conversations/{Id}/activities", Token, activity.ToJsonString());
        response.EnsureSuccessStatusCode();
        return (string)(await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["id"]!;
    }

    public Task<string> SayAsync(string text) => PostAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    /// <summary>Waits for replies to an activity.</summary>
    public async Task<IReadOnlyList<JsonNode>> RepliesAsync(string activityId, Func<JsonNode, bool> last)
    {
        List<JsonNode> replies = [];
        await Eventually.TrueAsync(async () =>
        {
            using var response = await GetAsync();
            var all = (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["activities"]!.AsArray();
            replies = [.. all.OfType<JsonNode>().Where(a => (string?)a["replyToId"] == activityId && (string?)a["from"]!["role"] == "bot")];
            return replies.Exists(r => last(r));
        });
        return replies;
    }

    /// <summary>Asks and waits for the whole answer; gives everything that was sent for it.</summary>
    public async Task<IReadOnlyList<JsonNode>> AskAsync(string text) =>
        await RepliesAsync(await SayAsync(text), reply => (string?)reply["type"] == "message");

    private static async Task<HttpResponseMessage> SendAsync(BotHost bot, HttpMethod method, string path, string? token, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Base + path, UriKind.Relative));
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
}
