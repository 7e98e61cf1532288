using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Principal;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Access;

/// <summary>A bot with an article for everyone and one for those who have the right to the tag <c>board</c>.</summary>
internal static class GuardedBot
{
    public const string Member = "7d3c1f80-2b6a-4f0e-9a43-0c5d8a1e6b11";
    public const string Colleague = "1b9e4a52-6f7d-4c1b-8a10-2f3e4d5c6b22";
    public const string Secret = "a secret of at least thirty-two characters";
    public const string Question = "Who buys the Velmar shipyard?";
    public const string HiddenSentence = "The Korund group buys the Velmar shipyard for 90 million crowns.";

    // In no article that everyone may read.
    public static readonly string[] HiddenWords = ["Korund", "Velmar deal", "90 million", "velmar.md"];

    public static readonly IReadOnlyDictionary<string, string?> Rules = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Articles:Access:Rules:0:Tag"] = "Board",
        ["Articles:Access:Rules:0:Users:0"] = Member.ToUpperInvariant(),
        ["DirectLine:Secret"] = Secret,
    };

    private static readonly (string Name, string Text)[] Articles =
    [
        Samples.Lighthouse,
        ("velmar.md", $"---\ntitle: The Velmar deal\npublished: 2025-01-02\nlanguage: de\ntags: [board, shipping]\n---\n\n{HiddenSentence} The workers keep their places."),
    ];

    public static Task<BotHost> StartAsync(
        Action<IServiceCollection>? services = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        IEnumerable<(string Name, string Text)>? articles = null) => BotHost.StartAsync(
        [.. Articles, .. articles ?? []],
        settings ?? Rules,
        s =>
        {
            s.AddSingleton<Microsoft.Bot.Builder.IMiddleware, CheckedTeams>();
            services?.Invoke(s);
        });

    /// <summary>Asks in a chat of Teams whose token was checked, unless the conversation's id says otherwise.</summary>
    public static async Task<string> AskTeamsAsync(
        this BotHost bot, string text, string? user, string conversation = "checked", string type = "personal", string channel = "msteams", string? tenant = null)
    {
        var message = bot.Message(text, "expectReplies", conversation, channel);
        message["from"]!["aadObjectId"] = user;
        message["conversation"]!["conversationType"] = type;
        message["conversation"]!["tenantId"] = tenant;
        using var response = await bot.PostAsync(message);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Gets a Direct Line token; gives everything that is sent for a question asked with it.</summary>
    public static async Task<string> AskDirectLineAsync(this BotHost bot, string text, string? tokenUser, string? claimedUser = null, bool refresh = false)
    {
        var (token, _) = await PostAsync(bot, "tokens/generate", Secret, tokenUser is null ? null : new { user = new { id = tokenUser } });
        (token, _) = refresh ? await PostAsync(bot, "tokens/refresh", token, body: null) : (token, "");
        (token, var id) = await PostAsync(bot, "conversations", token, body: null);
        var from = new { id = claimedUser ?? "someone", aadObjectId = claimedUser };
        using var sent = await SendAsync(bot, HttpMethod.Post, $"conversations/{id}/activities", token, new { type = "message", text, from });
        sent.EnsureSuccessStatusCode();
        var said = "";
        await Eventually.TrueAsync(async () =>
        {
            using var response = await SendAsync(bot, HttpMethod.Get, $"conversations/{id}/activities", token, body: null);
            said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return JsonNode.Parse(said)!["activities"]!.AsArray()
                .Any(a => (string?)a!["type"] == "message" && (string?)a["from"]!["role"] == "bot" && a["replyToId"] is not null && !((string)a["text"]!).StartsWith("Hello", StringComparison.Ordinal));
        });
        return said;
    }

    /// <summary>Takes a right away from everybody, as an edited settings file does, or gives it back.</summary>
    public static void SetMember(this BotHost bot, string user)
    {
        var configuration = (IConfigurationRoot)bot.Services.GetRequiredService<IConfiguration>();
        configuration["Articles:Access:Rules:0:Users:0"] = user;
        configuration.Reload();
    }

    public static void AssertHidden(string said) =>
        Assert.All(HiddenWords, word => Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase));

    private static async Task<(string Token, string Id)> PostAsync(BotHost bot, string path, string bearer, object? body)
    {
        using var response = await SendAsync(bot, HttpMethod.Post, path, bearer, body);
        response.EnsureSuccessStatusCode();
        var json = (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        return ((string)json["token"]!, (string)json["conversationId"]!);
    }

    private static async Task<HttpResponseMessage> SendAsync(BotHost bot, HttpMethod method, string path, string bearer, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri("/v3/directline/" + path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Stands for a checked token of the channel: the bot of a test has no app id, so its adapter checks none.</summary>
    private sealed class CheckedTeams : Microsoft.Bot.Builder.IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            var conversation = turnContext.Activity.Conversation.Id;
            if (turnContext.Activity.ChannelId != Channels.Directline && conversation.StartsWith("checked", StringComparison.Ordinal))
            {
                var issuer = conversation.Contains("emulator", StringComparison.Ordinal) ? "https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/" : "https://api.botframework.com";
                turnContext.TurnState[BotAdapter.BotIdentityKey] = new ClaimsIdentity([new Claim("iss", issuer)], "Bearer") as IIdentity;
            }

            return next(cancellationToken);
        }
    }
}
