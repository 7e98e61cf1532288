using System.Text.Json.Nodes;
using QnA.Bot.Tests.Infrastructure;
using QnA.Bot.Teams;

namespace QnA.Bot.Tests.Teams;

/// <summary>Answers as Teams gets them, over HTTP.</summary>
public sealed class TeamsReplyTests
{
    private const string LongQuestion = "What did the council of Marfell decide about the old harbour crane?";

    [Fact]
    public async Task Answer_HasOneMessageEntityWithLabelAndCitations()
    {
        await using var bot = await BotHost.StartAsync();

        var reply = await bot.AskForReplyAsync(Samples.CostQuestion, channel: "msteams");

        var entity = Assert.Single(reply["entities"]!.AsArray(), e => (string?)e!["type"] == "https://schema.org/Message")!;
        Assert.Equal("Message", (string?)entity["@type"]);
        Assert.Equal("https://schema.org", (string?)entity["@context"]);
        Assert.Equal("AIGeneratedContent", (string?)entity["additionalType"]![0]);
        var citations = entity["citation"]!.AsArray();
        Assert.InRange(citations.Count, 1, TeamsLimits.Citations);
        Assert.All(citations, c => Assert.Contains($"[{(int)c!["position"]!}]", (string)reply["text"]!, StringComparison.Ordinal));
        var appearance = citations[0]!["appearance"]!;
        Assert.Equal("Claim", (string?)citations[0]!["@type"]);
        Assert.Equal("DigitalDocument", (string?)appearance["@type"]);
        Assert.Equal("Tarn lighthouse opens again", (string?)appearance["name"]);
        Assert.Equal(Samples.CostSentence, (string?)appearance["abstract"]);
        Assert.Equal("3 June 2024", (string?)appearance["keywords"]![0]);
        Assert.StartsWith("http", (string?)appearance["url"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AsksForFeedback()
    {
        await using var bot = await BotHost.StartAsync();

        var reply = await bot.AskForReplyAsync(Samples.CostQuestion, channel: "msteams");

        Assert.Equal("default", (string?)reply["channelData"]!["feedbackLoop"]!["type"]);
    }

    [Fact]
    public async Task Citation_OfLongTitleAndQuote_IsCutToTeamsLimitsAndStaysInTheTextWhole()
    {
        await using var bot = await BotHost.StartAsync([("long.md", LongArticle(title: new string('t', 300)))]);

        var reply = await bot.AskForReplyAsync(LongQuestion, channel: "msteams");

        var appearance = reply["entities"]![0]!["citation"]![0]!["appearance"]!;
        Assert.Equal(TeamsLimits.Name, ((string)appearance["name"]!).Length);
        Assert.InRange(((string)appearance["abstract"]!).Length, TeamsLimits.Abstract - 20, TeamsLimits.Abstract);
    }

    [Fact]
    public async Task Answer_TooLongForReading_HasItsQuotesInACard()
    {
        var settings = new Dictionary<string, string?> { ["Answers:MaxQuotes"] = "10", ["Answers:MaxQuoteLength"] = "1000" };
        await using var bot = await BotHost.StartAsync([("long.md", LongArticle("Crane"))], settings);

        var reply = await bot.AskForReplyAsync(LongQuestion, channel: "msteams");

        var attachment = Assert.Single(reply["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attachment["contentType"]);
        var card = attachment["content"]!;
        Assert.Equal("AdaptiveCard", (string?)card["type"]);
        Assert.All(card["body"]!.AsArray(), block => Assert.Equal("RichTextBlock", (string?)block!["type"]));
        Assert.Equal(
            reply["entities"]![0]!["citation"]!.AsArray().Count * 2,
            card["body"]!.AsArray().Count);
        Assert.True(reply.ToJsonString().Length * sizeof(char) <= 80 * 1024);
    }

    [Fact]
    public async Task Card_OfHostileText_ShowsItAsItIsAndDisguisesNothing()
    {
        const string Hostile = "The crane council of Marfell [pays](https://evil.example) **all** \u202Eegral\u202C <at>everyone</at>.";
        var settings = new Dictionary<string, string?> { ["Answers:MaxQuotes"] = "10", ["Answers:MaxQuoteLength"] = "1000" };
        await using var bot = await BotHost.StartAsync([("long.md", LongArticle("Crane") + "\n\n" + Hostile)], settings);

        var reply = await bot.AskForReplyAsync(LongQuestion, channel: "msteams");

        var runs = reply["attachments"]![0]!["content"]!["body"]!.AsArray().SelectMany(b => b!["inlines"]!.AsArray()).ToList();
        Assert.All(runs, run => Assert.Equal("TextRun", (string?)run!["type"]));
        Assert.DoesNotContain(runs, run => ((string)run!["text"]!).Contains('\u202E', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mention_OfTheBot_IsNotPartOfTheQuestion_AndOtherEntitiesStay()
    {
        await using var bot = await BotHost.StartAsync();
        var message = bot.Message($"<at>Bot</at> {Samples.CostQuestion}", "expectReplies", channel: "msteams");
        message["conversation"] = new JsonObject { ["id"] = "19:x@thread.tacv2;messageid=1", ["conversationType"] = "channel", ["isGroup"] = true };
        message["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Bot</at>", ["mentioned"] = new JsonObject { ["id"] = "bot", ["name"] = "Bot" } },
            new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB" });

        using var response = await bot.PostAsync(message);

        var replies = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["activities"]!;
        Assert.Contains(Samples.CostSentence, (string)replies[1]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_LargerThanTeamsTakes_IsCutAtASentenceAndCitesOnlyWhatItShows()
    {
        var settings = new Dictionary<string, string?> { ["Answers:MaxQuotes"] = "10", ["Answers:MaxQuoteLength"] = "1000" };

        // Large whatever writes the JSON: every writer doubles backslashes, and the title stands above each quote.
        var article = $"---\ntitle: {new string('x', 800)}\n---\n\n" + string.Join("\n\n", Enumerable.Range(1, 12).Select(i =>
            $"The council of Marfell decided about the old harbour crane in vote {i} {new string('\\', 850)} that it stays."));
        await using var bot = await BotHost.StartAsync([("large.md", article)], settings);

        var reply = await bot.AskForReplyAsync(LongQuestion, channel: "msteams");

        var text = (string)reply["text"]!;
        Assert.EndsWith("Ask about a part of it to see the rest.", text, StringComparison.Ordinal);
        Assert.True(reply.ToJsonString().Length * sizeof(char) <= 80 * 1024);
        var citations = reply["entities"]![0]!["citation"]!.AsArray();
        Assert.InRange(citations.Count, 1, 9);
        Assert.All(citations, c => Assert.Contains($"[{(int)c!["position"]!}]", text, StringComparison.Ordinal));
    }

    private static string LongArticle(string title) => $"---\ntitle: {title}\n---\n\n" + string.Join("\n\n", Enumerable.Range(1, 12).Select(i =>
        $"The council of Marfell decided about the old harbour crane in vote {i} that it stays, "
        + string.Join(", ", Enumerable.Range(1, 40).Select(j => $"with condition {i * 100 + j}")) + "."));
}
