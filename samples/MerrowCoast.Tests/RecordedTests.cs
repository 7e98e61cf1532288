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
            .AssertQuote("Ingrid Calloway remains mayor of Port Sallow. The candidate of the Harbour List won 52.4 per cent of the vote in Sunday's election and so avoided a run-off. Her main rival, Tobias Renn of Coast Forward, came second with 43.1 per cent. Oda Fisk, who stood for the Greens for Merrow, reached 4.5 per cent.")
            .AssertCitesOnly("Calloway wins second term as mayor of Port Sallow");
    }
}
