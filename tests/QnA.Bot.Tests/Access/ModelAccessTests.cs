using System.Text.Json.Nodes;
using QnA.Bot.Tests.Infrastructure;
using static QnA.Bot.Tests.Access.GuardedBot;

namespace QnA.Bot.Tests.Access;

/// <summary>A model that writes answers: what it is shown, what is kept of what it wrote, and what is sent while it writes.</summary>
public sealed class ModelAccessTests
{
    // Both articles have words of it, so that the model is asked whoever asks.
    private const string SharedQuestion = "Which group restored the Tarn lighthouse or buys the Velmar shipyard?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_SameQuestionOfTwoPeople_IsNotSharedThroughTheCache(bool memberFirst)
    {
        await using var model = await ModelServer.StartAsync(WriteAllAsync);
        await using var bot = await StartAsync(model);
        var said = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var user in memberFirst ? (string[])[Member, Colleague] : [Colleague, Member])
        {
            said[user] = await bot.AskTeamsAsync(SharedQuestion, user, conversation: "checked " + user);
        }

        Assert.Contains(HiddenSentence, said[Member], StringComparison.Ordinal);
        Assert.Contains(Samples.CostSentence, said[Colleague], StringComparison.Ordinal);
        AssertHidden(said[Colleague]);
        Assert.Equal(2, model.Requests.Count);
    }

    [Fact]
    public async Task Answer_SameQuestionAfterTheRightWasWithdrawn_IsNotTheKeptOne()
    {
        await using var model = await ModelServer.StartAsync(WriteAllAsync);
        await using var bot = await StartAsync(model);
        Assert.Contains(HiddenSentence, await bot.AskTeamsAsync(SharedQuestion, Member), StringComparison.Ordinal);

        bot.SetMember(Colleague);

        AssertHidden(await bot.AskTeamsAsync(SharedQuestion, Member));
        AssertHidden(model.Requests.Last());
    }

    [Theory]
    [InlineData("And what does it cost?")]
    [InlineData("Tell me more about that.")]
    public async Task FollowUp_OfSomebodyElse_ShowsTheModelNothingOfTheAnswerBefore(string followUp)
    {
        await using var model = await ModelServer.StartAsync(WriteAllAsync);
        await using var bot = await StartAsync(model);
        Assert.Contains(HiddenSentence, await bot.AskTeamsAsync(SharedQuestion, Member), StringComparison.Ordinal);
        var before = model.Requests.Count;

        AssertHidden(await bot.AskTeamsAsync(followUp, Colleague));

        Assert.All(model.Requests.Skip(before), AssertHidden);
        Assert.All(model.Requests.Skip(before), request => Assert.DoesNotContain("Velmar", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FollowUp_ArticleWasRemovedSince_ShowsTheModelNothingOfItsOldText()
    {
        await using var model = await ModelServer.StartAsync(WriteAllAsync);
        await using var bot = await StartAsync(model);
        Assert.Contains(HiddenSentence, await bot.AskTeamsAsync(SharedQuestion, Member), StringComparison.Ordinal);

        File.Delete(Path.Combine(bot.ArticlesFolder, "velmar.md"));
        await Eventually.TrueAsync(async () =>
            !(await bot.AskTeamsAsync(Question, Member, conversation: "checked, another")).Contains(HiddenSentence, StringComparison.Ordinal));
        var before = model.Requests.Count;
        AssertHidden(await bot.AskTeamsAsync("And what does it cost?", Member));

        Assert.All(model.Requests.Skip(before), AssertHidden);
    }

    [Fact]
    public async Task Stream_ModelWritesWhatThePersonMayNotSee_NeverSendsIt()
    {
        // Whatever a model knows from elsewhere, with the id of a sentence that it was shown.
        await using var model = await ModelServer.StartAsync(async reply =>
        {
            var id = reply.IdOf(Samples.CostSentence);
            await reply.WriteAsync(HiddenSentence[..20]);
            await reply.WriteAsync($"{HiddenSentence[20..]} {id}\n");
            await reply.WriteAsync($"{Samples.CostSentence} {id}\n");
            await reply.EndAsync();
        });
        await using var bot = await StartAsync(model);

        var sent = await StreamAsync(bot, Colleague);

        Assert.Contains(sent, activity => activity.Contains("2.4 million", StringComparison.Ordinal));
        Assert.All(sent, AssertHidden);
        Assert.All(model.Requests, AssertHidden);
    }

    [Fact]
    public async Task Stream_OfSomebodyWithTheRight_ShowsTheArticleInParts()
    {
        await using var model = await ModelServer.StartAsync(WriteAllAsync);
        await using var bot = await StartAsync(model);

        Assert.Contains(await StreamAsync(bot, Member), activity => activity.Contains("Korund", StringComparison.Ordinal));
    }

    private static Task<BotHost> StartAsync(ModelServer model) => GuardedBot.StartAsync(
        settings: new Dictionary<string, string?>(Rules, StringComparer.Ordinal)
        {
            ["Answers:MinimumConfidence"] = "0",
        }.Concat(model.Settings).ToDictionary(StringComparer.Ordinal));

    // Writes every sentence that it knows of and is shown.
    private static async Task WriteAllAsync(ModelReply reply)
    {
        foreach (var sentence in (string[])[HiddenSentence, Samples.CostSentence])
        {
            if (reply.Body.Contains(sentence, StringComparison.Ordinal) && !reply.IsRewrite)
            {
                await reply.WriteAsync($"{sentence} {reply.IdOf(sentence)}\n");
            }
        }

        await reply.EndAsync();
    }

    // Everything that reaches the channel for a question, parts and informative updates included.
    private static async Task<IReadOnlyList<string>> StreamAsync(BotHost bot, string user)
    {
        var message = bot.Message(SharedQuestion, conversation: "checked", channel: "msteams");
        message["from"]!["aadObjectId"] = user;
        message["conversation"]!["conversationType"] = "personal";
        using var response = await bot.PostAsync((JsonNode)message);
        response.EnsureSuccessStatusCode();
        List<string> sent = [];
        JsonNode activity;
        do
        {
            activity = (await bot.Connector.NextAsync()).Activity;
            sent.Add(activity.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        }
        while ((string?)activity["type"] != "message");
        return sent;
    }
}
