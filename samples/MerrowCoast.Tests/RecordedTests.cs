using QnA.Core.Answers;
using QnA.Testing;
using Xunit;

namespace MerrowCoast.Tests;

public sealed class RecordedTests
{
    [Fact]
    public async Task Conversation_AsRecorded_IsAnsweredAlike()
    {
        await using var bot = await TestBot.StartAsync(new TestBotOptions { Folders = ["articles"], Settings = { ["Answers:MaxQuotes"] = "1" } });
        var conversation = bot.StartConversation();

        (await conversation.AskAsync("Quellport regatta?"))
            .AssertNotFound(NotFoundKind.NoMatch)
            .AssertMissingWords("Quellport", "regatta");

        (await conversation.AskAsync("Who is the mayor of Port Sallow?"))
            .AssertAnswered()
            .AssertQuote("Ingrid Calloway remains mayor of Port Sallow.")
            .AssertCitesOnly("Calloway wins second term as mayor of Port Sallow");
    }
}
