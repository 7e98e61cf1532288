using QnA.Core.Answers;

namespace QnA.Testing.Tests;

/// <summary>What a person reads when an expectation is not met, and that those which are met stay silent.</summary>
public sealed class AssertionTests
{
    [Fact]
    public async Task Reply_ThatIsAsExpected_PassesEveryAssertion()
    {
        await using var bot = await Samples.StartAsync();

        (await bot.AskAsync(Samples.CostQuestion))
            .AssertAnswered()
            .AssertStatus(AnswerStatus.Answered)
            .AssertText(Samples.CostSentence)
            .AssertNoText("Quellport")
            .AssertQuote("2.4 million crowns")
            .AssertFirstQuote(Samples.CostSentence)
            .AssertCites("Tarn lighthouse: \"opens\" again")
            .AssertCites("tarn-lighthouse-opens-again.md")
            .Assert(reply => reply.Answer.Confidence > 0.4, "be sure");
        (await bot.AskAsync("Who won the regatta at Quellport?"))
            .AssertNotFound()
            .AssertMissingWords("Quellport", "regatta");
    }

    [Fact]
    public async Task Reply_ThatIsNotAsExpected_SaysWhatWasExpectedAndWhatIsThere()
    {
        await using var bot = await Samples.StartAsync();
        var answered = await bot.AskAsync(Samples.CostQuestion);
        var notFound = await bot.AskAsync("Who won the regatta at Quellport?");

        AssertFails(() => answered.AssertNotFound(), Samples.CostQuestion, "not_found", "answered", Samples.CostSentence);
        AssertFails(() => answered.AssertConflict(), "conflict");
        AssertFails(() => answered.AssertText("9 million"), "say \"9 million\"");
        AssertFails(() => answered.AssertNoText("crowns"), "not say \"crowns\"");
        AssertFails(() => answered.AssertQuote("9 million"), "quote \"9 million\"", "[1] \"" + Samples.CostSentence);
        AssertFails(() => answered.AssertFirstQuote("310 tonnes"), "first");
        AssertFails(() => answered.AssertCites("Another article"), "cite the article \"Another article\"");
        AssertFails(() => answered.AssertCitesOnly("Another article"), "cite the article \"Another article\"");
        AssertFails(() => answered.Assert(_ => false, "be a miracle"), "to be a miracle");
        AssertFails(() => notFound.AssertAnswered(), "have the status answered", "not_found", "Quellport");
        AssertFails(() => notFound.AssertNotFound(NotFoundKind.NoArticles), "because of NoArticles");
        AssertFails(() => notFound.AssertMissingWords("lighthouse"), "\"lighthouse\"");
    }

    [Fact]
    public async Task Reply_OfACommand_HasTextButNoAnswer()
    {
        await using var bot = await Samples.StartAsync();

        var reply = await bot.AskAsync("help");

        reply.AssertText("**help**");
        AssertFails(() => reply.AssertAnswered(), "no answer as data", "directline");
    }

    [Fact]
    public async Task Conversation_FollowUp_LeansOnWhatWasAskedBefore()
    {
        await using var bot = await Samples.StartAsync();
        var conversation = bot.StartConversation();

        (await conversation.AskAsync(Samples.CostQuestion)).AssertAnswered();
        (await conversation.AskAsync("quotes")).AssertText(Samples.CostSentence);
        (await bot.AskAsync("quotes")).AssertText("There is no answer yet.");
        Assert.Equal(2, conversation.Replies.Count);
    }

    [Fact]
    public async Task Conversation_OnTeams_RepliesAsThere()
    {
        await using var bot = await Samples.StartAsync();

        var reply = await bot.StartConversation("msteams").AskAsync(Samples.CostQuestion);

        reply.AssertText("2.4 million crowns");
        Assert.Null(reply.Receipt);
        Assert.Contains(reply.Activities, a => a["entities"] is not null);
    }

    private static void AssertFails(Action expectation, params string[] words)
    {
        var exception = Assert.Throws<TestBotException>(expectation);
        Assert.All(words, word => Assert.Contains(word, exception.Message, StringComparison.Ordinal));
    }
}
