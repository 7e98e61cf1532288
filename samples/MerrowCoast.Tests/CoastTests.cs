using QnA.Testing;
using Xunit;

namespace MerrowCoast.Tests;

public sealed class CoastTests
{
    private static readonly TestArticle Ferry = TestArticle.Of(
        "Winter timetable of the ferry", "From November the ferry to Skarholm sails four times a day. Bicycles travel free.", published: "2024-10-20");

    [Fact]
    public async Task Question_AboutMyArticle_IsAnsweredWithItsWords()
    {
        await using var bot = await TestBot.StartAsync(Ferry);
        var conversation = bot.StartConversation();

        (await conversation.AskAsync("How often does the ferry to Skarholm sail?"))
            .AssertAnswered()
            .AssertQuote("the ferry to Skarholm sails four times a day")
            .AssertCitesOnly("Winter timetable of the ferry");
        (await conversation.AskAsync("Do bicycles travel free?")).AssertQuote("Bicycles travel free.");
        (await conversation.AskAsync("Who won the regatta at Quellport?")).AssertNotFound().AssertMissingWords("Quellport");
    }

    [Fact]
    public async Task Question_AboutTheShippedArticles_IsAnsweredFromTheRightOne()
    {
        await using var bot = await TestBot.StartAsync(new TestBotOptions { Folders = ["articles"], Settings = { ["Answers:MaxQuotes"] = "1" } });

        (await bot.AskAsync("Who is the managing director of Merrow Ferries?")).AssertAnswered().AssertFirstQuote("Henrik Dahl");
    }
}
