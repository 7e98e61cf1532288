using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Conversations;
using static QnA.Bot.Tests.Access.GuardedBot;

namespace QnA.Bot.Tests.Access;

/// <summary>What a conversation remembers of an answer, for somebody who may not see what the answer was made from.</summary>
public sealed class SharedConversationTests
{
    [Fact]
    public async Task Feedback_OnAnAnswerThatThePersonMayNotSee_IsTakenLikeOneOnNoAnswerAndNotKept()
    {
        await using var bot = await GuardedBot.StartAsync();
        var id = await AnswerIdAsync(bot);

        var onHidden = await RateAsync(bot, id, Colleague);
        var onNothing = await RateAsync(bot, "invented", Colleague);

        Assert.Equal(onNothing, onHidden);
        Assert.Empty(await EntriesAsync(bot));
    }

    [Fact]
    public async Task Feedback_OnAnAnswerThatThePersonMaySee_IsKept()
    {
        await using var bot = await GuardedBot.StartAsync();
        var id = await AnswerIdAsync(bot);

        await RateAsync(bot, id, Member);

        Assert.Single(await EntriesAsync(bot));
    }

    [Fact]
    public async Task Feedback_OfSomebodyWhoseRightWasWithdrawn_IsNotKept()
    {
        await using var bot = await GuardedBot.StartAsync();
        var id = await AnswerIdAsync(bot);
        bot.SetMember(Colleague);

        await RateAsync(bot, id, Member);

        Assert.Empty(await EntriesAsync(bot));
    }

    [Theory]
    [InlineData("why")]
    [InlineData("quotes")]
    [InlineData(Question)]
    public async Task Command_OfSomebodyWhoseRightWasWithdrawn_ShowsNothingOfTheArticle(string command)
    {
        await using var bot = await GuardedBot.StartAsync();
        Assert.Contains(HiddenSentence, await bot.AskTeamsAsync(Question, Member), StringComparison.Ordinal);

        bot.SetMember(Colleague);
        var said = await bot.AskTeamsAsync(command, Member);

        AssertHidden(said);
        if (command != Question)
        {
            Assert.Contains(ConversationWords.NoAnswerYet, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("And in 2020?")]
    [InlineData("And who sells it?")]
    [InlineData("Why does it buy it?")]
    public async Task FollowUp_OfSomebodyElse_IsAnsweredAsIfItWereAFirstQuestion(string followUp)
    {
        await using var bot = await GuardedBot.StartAsync();
        Assert.Contains(HiddenSentence, await bot.AskTeamsAsync("Who buys the Velmar shipyard in 2025?", Member), StringComparison.Ordinal);

        var leaning = await bot.AskTeamsAsync(followUp, Colleague);
        var alone = await bot.AskTeamsAsync(followUp, Colleague, conversation: "checked, another");

        AssertHidden(leaning);
        Assert.Equal(TextOf(alone), TextOf(leaning));
    }

    [Theory]
    [InlineData("why")]
    [InlineData("quotes")]
    [InlineData("And in 2020?")]
    public async Task Command_InAGroup_ShowsNothingOfWhatAMemberIsToldAlone(string command)
    {
        await using var bot = await GuardedBot.StartAsync();
        AssertHidden(await bot.AskTeamsAsync(Question, Member, type: "groupChat"));

        AssertHidden(await bot.AskTeamsAsync(command, Member, type: "groupChat"));
        AssertHidden(await bot.AskTeamsAsync(command, Colleague, type: "groupChat"));
    }

    private static string TextOf(string replies) => string.Join('\n', Messages(replies).Select(message => (string?)message["text"]));

    private static IEnumerable<JsonNode> Messages(string replies) =>
        JsonNode.Parse(replies)!["activities"]!.AsArray().OfType<JsonNode>().Where(a => (string?)a["type"] == "message");

    private static async Task<string> AnswerIdAsync(BotHost bot)
    {
        var said = await bot.AskTeamsAsync(Question, Member);
        Assert.Contains(HiddenSentence, said, StringComparison.Ordinal);
        return (string)Assert.Single(Messages(said))["id"]!;
    }

    private static async Task<(HttpStatusCode Status, string Body)> RateAsync(BotHost bot, string replyToId, string user)
    {
        var invoke = bot.Message(text: null, conversation: "checked", channel: "msteams");
        invoke["type"] = "invoke";
        invoke["name"] = "message/submitAction";
        invoke["replyToId"] = replyToId;
        invoke["from"]!["aadObjectId"] = user;
        invoke["conversation"]!["conversationType"] = "personal";
        invoke["value"] = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "" } };
        using var response = await bot.PostAsync(invoke);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<IEnumerable<string>> EntriesAsync(BotHost bot)
    {
        const string Key = "feedback/msteams/checked";
        var items = await bot.Services.GetRequiredService<IStorage>().ReadAsync([Key], TestContext.Current.CancellationToken);
        return items.TryGetValue(Key, out var item) ? ((Dictionary<string, object>)item).Keys.Where(key => key != "eTag") : [];
    }
}
