using System.Net;
using System.Text.Json.Nodes;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Chat;

/// <summary>Questions and answers over HTTP, as a channel sees them.</summary>
public sealed class AnswerTests
{
    [Fact]
    public async Task Message_FromTheEmulator_IsAnsweredThroughTheConnectorTypingFirst()
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await bot.PostAsync(bot.Message(Samples.CostQuestion, id: "a1"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("typing", (await bot.Connector.NextAsync()).Type);
        var reply = await bot.Connector.NextAsync();
        Assert.Equal("message", reply.Type);
        Assert.Equal("/v3/conversations/c1/activities/a1", reply.Path);
        Assert.Equal("markdown", (string?)reply.Activity["textFormat"]);
        Assert.Contains(Samples.CostSentence, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_ExpectingReplies_IsAnsweredInTheResponse()
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await bot.PostAsync(bot.Message(Samples.CostQuestion, "expectReplies"));

        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(["typing", "message"], json["activities"]!.AsArray().Select(a => (string?)a!["type"]));
        Assert.Contains(Samples.CostSentence, (string)json["activities"]![1]!["text"]!, StringComparison.Ordinal);
        Assert.Empty(bot.Connector.TakeAll());
    }

    [Fact]
    public async Task Answer_FromAnArticleWithoutAddress_ShowsItsQuoteOnceWithDateAndLinkToItsPage()
    {
        await using var bot = await BotHost.StartAsync();

        var text = await bot.AskAsync(Samples.CostQuestion);

        Assert.Equal(2, text.Split(Samples.CostSentence).Length);
        Assert.StartsWith($"> {Samples.CostSentence} [1]", text, StringComparison.Ordinal);
        Assert.Contains("[1] [Tarn lighthouse opens again](", text, StringComparison.Ordinal);
        Assert.Contains("), 3 June 2024", text, StringComparison.Ordinal);
        var page = await bot.Client.GetStringAsync(Links.First(text), TestContext.Current.CancellationToken);
        Assert.Contains($"<mark id=\"quote\">{Samples.CostSentence}</mark>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_FromAnArticleWithAnAddress_LinksToTheWordsThere()
    {
        await using var bot = await BotHost.StartAsync();

        var text = await bot.AskAsync("How many tonnes of pears did growers pick?");

        Assert.StartsWith("https://paper.example.com/orchard#:~:text=", Links.First(text).AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotFound_SaysWhyAndNamesTheMissingWords()
    {
        await using var bot = await BotHost.StartAsync();

        var text = await bot.AskAsync("Who won the regatta at Quellport?");

        Assert.StartsWith("I did not find this in the articles.", text, StringComparison.Ordinal);
        Assert.Contains("Quellport", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowUp_IsUnderstoodFromTheQuestionBefore_InItsConversationOnly()
    {
        await using var bot = await BotHost.StartAsync();

        await bot.AskAsync("When does the Tarn lighthouse open to visitors again?", conversation: "follows");
        var followed = await bot.AskAsync("How many steps does Ada Brink climb?", conversation: "follows");

        Assert.Contains("212 steps", followed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("Help!")]
    [InlineData(" /help ")]
    public async Task Help_NamesWhatCanBeSaid(string text)
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Contains("**help**", await bot.AskAsync(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConversationUpdate_WithAPerson_IsWelcomedOnce_WithTheBotAlone_IsNot()
    {
        await using var bot = await BotHost.StartAsync();
        var update = bot.Message(text: null);
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "bot" });
        using var first = await bot.PostAsync(update);
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "user" }, new JsonObject { ["id"] = "bot" });
        update["id"] = "another";
        using var second = await bot.PostAsync(update);

        var welcome = Assert.Single(bot.Connector.TakeAll());

        Assert.StartsWith("Hello.", welcome.Text, StringComparison.Ordinal);
    }
}
