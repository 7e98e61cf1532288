using QnA.Core.Receipts;
using QnA.Testing.Recording;

namespace QnA.Testing.Tests;

public sealed class TestRecorderTests
{
    private static readonly TestRecorderOptions Options = new()
    {
        ClassName = "RecordedTests",
        Namespace = "MerrowCoast.Tests",
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Answers:MaxQuotes"] = "1" },
    };

    /// <summary>The file is compiled and run as a test of the sample, so what is recorded compiles and passes.</summary>
    [Fact]
    public async Task Write_ConversationAboutTheShippedArticles_IsTheTestOfTheSample()
    {
        await using var bot = await TestBot.StartAsync(new TestBotOptions
        {
            Folders = ["articles"],
            Settings = new Dictionary<string, string?>(Options.Settings, StringComparer.Ordinal),
            CancellationToken = TestContext.Current.CancellationToken,
        });
        var conversation = bot.StartConversation();
        await conversation.AskAsync("Quellport regatta?");
        await conversation.AskAsync("help");
        await conversation.AskAsync("Who is the mayor of Port Sallow?");

        var code = conversation.ToTest(Options);

        var file = Path.Combine(AppContext.BaseDirectory, "recorded", "RecordedTests.cs");
        Assert.True(
            code == await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
            $"samples/MerrowCoast.Tests/RecordedTests.cs should be:\n{code}");
    }

    [Fact]
    public async Task Write_TextThatWouldBreakOutOfItsLiteral_IsEscaped()
    {
        await using var bot = await TestBot.StartAsync(new TestArticle("x.txt", "The \"Tarn\" \\ light{house} cost \u202Enine\u200B million crowns."));
        await bot.AskAsync("What did the Tarn cost?");
        var conversation = bot.StartConversation();
        await conversation.AskAsync("What did the \"Tarn\"\n\\ cost?\u2028\0");

        var code = conversation.ToTest(Options);

        Assert.Contains("""AskAsync("What did the \"Tarn\"\n\\ cost?\u2028\u0000")""", code, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', code);
    }

    [Fact]
    public void Write_Nothing_SaysWhatToDo() =>
        Assert.Contains("ask something", Assert.Throws<TestBotException>(() => TestRecorder.Write(new List<Receipt>(), Options)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("A(); B")]
    public async Task Write_NameThatIsNone_IsRefused(string name)
    {
        await using var bot = await Samples.StartAsync();
        var conversation = bot.StartConversation();
        await conversation.AskAsync(Samples.CostQuestion);

        Assert.Throws<TestBotException>(() => conversation.ToTest(Options with { ClassName = name }));
    }
}
