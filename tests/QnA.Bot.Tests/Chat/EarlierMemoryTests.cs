using System.Net;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using QnA.Bot.Tests.Infrastructure;
using QnA.Core.Conversations;

namespace QnA.Bot.Tests.Chat;

/// <summary>Conversations that an earlier or a later version of the bot remembered.</summary>
public sealed class EarlierMemoryTests
{
    private const string Secret = "The Hadley mill was sold for 7 million crowns.";

    // As the first versions wrote it: quotes as one text, nothing of articles and tags.
    private const string First =
        $$$"""
        {"Exchanges":[{"Question":"Who bought the Hadley mill?","Answer":"{{{Secret}}}"}],
         "Last":{"Quotes":"[1] {{{Secret}}}","Why":"I looked at: {{{Secret}}}"},
         "Replies":[{"ActivityIds":["r1"],"Question":"Who bought the Hadley mill?","Citations":[]}]}
        """;

    public static TheoryData<string> Memories => new(
        First,
        $$$"""{"Exchanges":[],"Last":{"Quoted":["{{{Secret}}}"],"Why":{"Text":"{{{Secret}}}"}},"Replies":"none"}""",
        $$$"""{"Exchanges":{"One":"{{{Secret}}}"},"Last":"{{{Secret}}}"}""",
        $$$"""{"Exchanges":null,"Last":{"Quoted":null,"Why":"{{{Secret}}}","Articles":null,"Tags":null},"Replies":null}""",
        $$$"""{"Exchanges":[null],"Last":{"Quoted":[null,{"Text":"{{{Secret}}}","Article":null}],"Why":"{{{Secret}}}","Articles":[null],"Tags":[null]},"Replies":[null]}""",
        $$$"""{"Turns":[{"Said":"{{{Secret}}}"}]}""",
        "\"text\"",
        "[1, 2]",
        "{}");

    [Theory]
    [MemberData(nameof(Memories))]
    public async Task Conversation_OfAnotherVersion_GoesOnWithoutWhatIsNotUnderstood(string memory)
    {
        await using var bot = await BotHost.StartAsync();
        await RememberAsync(bot, memory);

        Assert.Equal(ConversationWords.NoAnswerYet, await bot.AskAsync("quotes"));
        Assert.Equal(ConversationWords.NoAnswerYet, await bot.AskAsync("why"));
        Assert.Contains(Samples.CostSentence, await bot.AskAsync(Samples.CostQuestion), StringComparison.Ordinal);
        Assert.Contains(Samples.CostSentence, await bot.AskAsync("quotes"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Memories))]
    public async Task Feedback_InAConversationOfAnotherVersion_IsTaken(string memory)
    {
        await using var bot = await BotHost.StartAsync();
        await RememberAsync(bot, memory);
        var invoke = bot.Message(text: null);
        invoke["type"] = "invoke";
        invoke["name"] = "message/submitAction";
        invoke["replyToId"] = "r1";
        invoke["value"] = System.Text.Json.Nodes.JsonNode.Parse("""{"actionName":"feedback","actionValue":{"reaction":"like"}}""");

        using var response = await bot.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task FollowUp_ToAnAnswerWhoseArticlesAreNotKnown_ShowsTheModelNothingOfIt()
    {
        await using var model = await ModelServer.WritingAsync("NOT_FOUND");
        await using var bot = await BotHost.StartAsync(settings: model.Settings);
        await RememberAsync(bot, First);

        await bot.AskAsync(Samples.CostQuestion);

        Assert.NotEmpty(model.Requests);
        Assert.All(model.Requests, request => Assert.DoesNotContain("7 million", request, StringComparison.Ordinal));
    }

    private static Task RememberAsync(BotHost bot, string memory) => bot.Services.GetRequiredService<IStorage>().WriteAsync(
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["emulator/conversations/c1"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["ConversationMemory"] = JsonSerializer.Deserialize<object>(memory)! },
        },
        TestContext.Current.CancellationToken);
}
