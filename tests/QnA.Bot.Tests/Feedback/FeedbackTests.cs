using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Feedback;

/// <summary>Thumbs and words for answers, as Teams and pages send them.</summary>
public sealed class FeedbackTests
{
    [Fact]
    public async Task Feedback_OnAnAnswer_IsKeptWithQuestionQuotesAndWords()
    {
        await using var bot = await BotHost.StartAsync();
        var reply = await bot.AskForReplyAsync(Samples.CostQuestion, channel: "msteams");

        using var response = await bot.PostAsync(Feedback(bot, (string)reply["id"]!, "like", "{\"feedbackText\":\"Exactly.\"}"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var entry = Assert.Single(await EntriesAsync(bot));
        Assert.Equal("like", entry["Reaction"]);
        Assert.Equal("Exactly.", entry["Text"]);
        Assert.Equal(Samples.CostQuestion, entry["Question"]);
        Assert.Equal(reply["id"]!.ToString(), entry["ActivityId"]);
        var citation = (Dictionary<string, object>)((List<object>)entry["Citations"])[0];
        Assert.Contains("lighthouse", (string)citation["ArticleId"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_WhereTheSdkGivesRepliesInTheResponseNoIds_IsKept()
    {
        await using var bot = await BotHost.StartAsync(services: services => services.AddSingleton<Microsoft.Bot.Builder.IMiddleware, NoIdsInResponses>());
        var reply = await bot.AskForReplyAsync(Samples.CostQuestion, channel: "msteams");

        using var response = await bot.PostAsync(Feedback(bot, (string)reply["id"]!, "like"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(reply["id"]!.ToString(), Assert.Single(await EntriesAsync(bot))["ActivityId"]);
    }

    [Fact]
    public async Task Feedback_ChangedByTheSamePerson_ReplacesItAndAnothersStays()
    {
        await using var bot = await BotHost.StartAsync();
        var id = (string)(await bot.AskForReplyAsync(Samples.CostQuestion, channel: "msteams"))["id"]!;

        foreach (var (user, reaction) in new[] { ("user", "like"), ("user", "like"), ("other", "like"), ("user", "dislike") })
        {
            var invoke = Feedback(bot, id, reaction);
            invoke["from"] = new JsonObject { ["id"] = user };
            using var response = await bot.PostAsync(invoke);
        }

        Assert.Equal(["dislike", "like"], (await EntriesAsync(bot)).Select(e => (string)e["Reaction"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Feedback_FromManyAtOnce_LosesNone()
    {
        await using var bot = await BotHost.StartAsync();
        var id = (string)(await bot.AskForReplyAsync(Samples.CostQuestion, channel: "msteams"))["id"]!;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var invoke = Feedback(bot, id, "like");
            invoke["from"] = new JsonObject { ["id"] = $"user {i}" };
            using var response = await bot.PostAsync(invoke);
        }));

        Assert.Equal(20, (await EntriesAsync(bot)).Count);
    }

    [Fact]
    public async Task Feedback_OnWhatNobodyAnswered_IsTakenAndNotKept()
    {
        await using var bot = await BotHost.StartAsync();

        using var response = await bot.PostAsync(Feedback(bot, "invented", "like"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await EntriesAsync(bot));
    }

    [Fact]
    public async Task Feedback_WithVeryLongWords_IsCut()
    {
        await using var bot = await BotHost.StartAsync();
        var id = (string)(await bot.AskForReplyAsync(Samples.CostQuestion, channel: "msteams"))["id"]!;

        using var response = await bot.PostAsync(Feedback(bot, id, "dislike", new string('x', 10_000)));

        Assert.Equal(2000, ((string)Assert.Single(await EntriesAsync(bot))["Text"]).Length);
    }

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"love"}}""", 400)]
    [InlineData("""{"actionName":"feedback"}""", 400)]
    [InlineData("\"feedback\"", 400)]
    [InlineData("""{"actionName":"other","actionValue":{}}""", 501)]
    public async Task SubmitAction_ThatIsNoFeedback_IsRefused(string value, int status)
    {
        await using var bot = await BotHost.StartAsync();
        var invoke = Feedback(bot, "x", "like");
        invoke["value"] = JsonNode.Parse(value);

        using var response = await bot.PostAsync(invoke);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Feedback_FromAPage_IsKeptByTheIdOfTheStreamedMessage()
    {
        await using var bot = await BotHost.StartAsync();
        var client = await DirectLineClient.StartAsync(bot);
        var answer = (await client.AskAsync(Samples.CostQuestion))[^1];

        await client.PostAsync(new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "message/submitAction",
            ["replyToId"] = (string)answer["id"]!,
            ["value"] = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "Good" } },
        });

        await Eventually.TrueAsync(async () => (await EntriesAsync(bot, $"feedback/directline/{client.Id}")).Count == 1);
    }

    [Fact]
    public async Task Forget_DeletesTheWordsAndKeepsTheReaction()
    {
        await using var bot = await BotHost.StartAsync();
        var id = (string)(await bot.AskForReplyAsync(Samples.CostQuestion, channel: "msteams"))["id"]!;
        using var response = await bot.PostAsync(Feedback(bot, id, "like", "My own words"));

        await bot.AskAsync("forget", channel: "msteams");

        var entry = Assert.Single(await EntriesAsync(bot));
        Assert.Equal("", entry["Text"]);
        Assert.Equal("", entry["Question"]);
        Assert.Equal("like", entry["Reaction"]);
    }

    private static JsonObject Feedback(BotHost bot, string replyToId, string reaction, string feedback = "")
    {
        var invoke = bot.Message(text: null, channel: "msteams");
        invoke["type"] = "invoke";
        invoke["name"] = "message/submitAction";
        invoke["replyToId"] = replyToId;
        invoke["value"] = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = feedback } };
        return invoke;
    }

    private static async Task<IReadOnlyList<Dictionary<string, object>>> EntriesAsync(BotHost bot, string key = "feedback/msteams/c1")
    {
        var items = await bot.Services.GetRequiredService<IStorage>().ReadAsync([key], TestContext.Current.CancellationToken);
        return items.TryGetValue(key, out var item)
            ? [.. ((Dictionary<string, object>)item).Where(e => e.Key != "eTag").Select(e => (Dictionary<string, object>)e.Value)]
            : [];
    }

    /// <summary>Puts replies that go into the response there as the official SDK does: as they are, and with no id in what the bot is told.</summary>
    private sealed class NoIdsInResponses : Microsoft.Bot.Builder.IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.DeliveryMode == "expectReplies")
            {
                turnContext.OnSendActivities((turn, activities, _) =>
                {
                    ((TurnContext)turn).BufferedReplyActivities.AddRange(activities);
                    return Task.FromResult(activities.ConvertAll(_ => new ResourceResponse()).ToArray());
                });
            }

            return next(cancellationToken);
        }
    }
}
