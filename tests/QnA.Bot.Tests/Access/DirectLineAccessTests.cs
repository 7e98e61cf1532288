using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Conversations;
using static QnA.Bot.Tests.Access.GuardedBot;

namespace QnA.Bot.Tests.Access;

/// <summary>Answers with their receipts lie in the conversations of Direct Line; whoever has not their token finds nothing there.</summary>
public sealed class DirectLineAccessTests
{
    private const string Conversations = "conversations/";
    private const string Never = "00112233445566778899aabbccddeeff";

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/activities")]
    [InlineData("GET", "/activities?watermark=0")]
    [InlineData("GET", "/stream")]
    [InlineData("POST", "/activities")]
    public async Task Conversation_OfSomebodyElse_IsAnsweredLikeOneThatNeverWas(string method, string path)
    {
        await using var bot = await GuardedBot.StartAsync();
        var (member, conversation) = await StartAsync(bot, Member);
        await AskAsync(bot, member, conversation, Question, said => said.Contains(HiddenSentence, StringComparison.Ordinal));
        var (colleague, _) = await StartAsync(bot, Colleague);

        var others = await SendAsync(bot, new HttpMethod(method), Conversations + conversation + path, colleague);
        var never = await SendAsync(bot, new HttpMethod(method), Conversations + Never + path, colleague);

        Assert.Equal(never, others);
        Assert.Equal(HttpStatusCode.Forbidden, others.Status);
    }

    [Theory]
    [InlineData("why")]
    [InlineData("quotes")]
    [InlineData(Question)]
    public async Task Message_WithTheSecretInAPersonsConversation_IsAnAnonymousPersons(string text)
    {
        await using var bot = await GuardedBot.StartAsync();
        var (member, conversation) = await StartAsync(bot, Member);
        await AskAsync(bot, member, conversation, Question, said => said.Contains(HiddenSentence, StringComparison.Ordinal));

        AssertHidden(await AskAsync(bot, Secret, conversation, text, _ => true, from: Member));
    }

    [Fact]
    public async Task Token_OfThePage_NamesNobody()
    {
        await using var bot = await GuardedBot.StartAsync(settings: new Dictionary<string, string?>(Rules, StringComparer.Ordinal) { ["Web:Chat:Enabled"] = "true" });
        using var response = await bot.Client.PostAsJsonAsync("/chat/token", new { user = new { id = Member } }, TestContext.Current.CancellationToken);
        var token = (string)(await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["token"]!;
        var conversation = await OpenAsync(bot, token, Member);

        AssertHidden(await AskAsync(bot, token, conversation, Question, _ => true, from: Member));
    }

    [Fact]
    public async Task Feedback_OnAnotherConversationsAnswer_IsNotSeenThere()
    {
        await using var bot = await GuardedBot.StartAsync();
        var (member, conversation) = await StartAsync(bot, Member);
        var said = await AskAsync(bot, member, conversation, Question, text => text.Contains(HiddenSentence, StringComparison.Ordinal));
        var answer = (string)JsonNode.Parse(said)!["id"]!;
        var (colleague, own) = await StartAsync(bot, Colleague);

        var rated = new { type = "invoke", name = "message/submitAction", replyToId = answer, from = new { id = Member }, value = new { actionName = "feedback", actionValue = new { reaction = "like" } } };
        await SendAsync(bot, HttpMethod.Post, Conversations + own + "/activities", colleague, rated);

        // The turn after it is answered when it has ended.
        Assert.Contains(ConversationWords.NoAnswerYet, await AskAsync(bot, colleague, own, "why", _ => true), StringComparison.Ordinal);
        var (_, activities) = await SendAsync(bot, HttpMethod.Get, Conversations + own + "/activities", colleague);
        AssertHidden(activities);
    }

    private static async Task<(string Token, string Conversation)> StartAsync(BotHost bot, string user)
    {
        var (_, generated) = await SendAsync(bot, HttpMethod.Post, "tokens/generate", Secret, new { user = new { id = user } });
        var token = (string)JsonNode.Parse(generated)!["token"]!;
        return (token, await OpenAsync(bot, token, user: null));
    }

    private static async Task<string> OpenAsync(BotHost bot, string token, string? user)
    {
        var (_, opened) = await SendAsync(bot, HttpMethod.Post, "conversations", token, user is null ? null : new { user = new { id = user } });
        return (string)JsonNode.Parse(opened)!["conversationId"]!;
    }

    /// <summary>Asks; gives the reply that is expected.</summary>
    private static async Task<string> AskAsync(BotHost bot, string bearer, string conversation, string text, Func<string, bool> expected, string from = "someone")
    {
        var (_, sent) = await SendAsync(bot, HttpMethod.Post, Conversations + conversation + "/activities", bearer, new { type = "message", text, from = new { id = from, aadObjectId = from } });
        var id = (string)JsonNode.Parse(sent)!["id"]!;
        string? reply = null;
        await Eventually.TrueAsync(async () =>
        {
            var (_, activities) = await SendAsync(bot, HttpMethod.Get, Conversations + conversation + "/activities", bearer);
            reply = JsonNode.Parse(activities)!["activities"]!.AsArray()
                .SingleOrDefault(a => (string?)a!["type"] == "message" && (string?)a["replyToId"] == id)?.ToJsonString();
            return reply is not null;
        });
        Assert.True(expected(reply!), reply);
        return reply!;
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(BotHost bot, HttpMethod method, string path, string bearer, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri("/v3/directline/" + path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
