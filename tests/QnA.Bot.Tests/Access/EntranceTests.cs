using System.Net;
using System.Text;
using QnA.Bot.Tests.Infrastructure;
using static QnA.Bot.Tests.Access.GuardedBot;

namespace QnA.Bot.Tests.Access;

/// <summary>Every way to the bot, for those who may read a restricted article and those who may not.</summary>
public sealed class EntranceTests
{
    public static TheoryData<string> Closed => new(
        "emulator", "emulator, says Entra id", "teams, other user", "teams, no user", "teams, unchecked token", "teams, emulator's token",
        "teams, group", "teams, channel", "direct line", "direct line, says Entra id", "direct line, dl_ user", "direct line, other user",
        "page of the article", "page of a quote", "page as json", "suggestions", "page config", "health");

    public static TheoryData<string> Open => new(
        "teams, user", "direct line, user", "direct line, refreshed user");

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task Entrance_OfSomebodyWithoutTheRight_ShowsNothingOfTheArticle(string entrance)
    {
        await using var bot = await GuardedBot.StartAsync();

        AssertHidden(await EnterAsync(bot, entrance));
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Entrance_OfSomebodyWithTheRight_QuotesTheArticle(string entrance)
    {
        await using var bot = await GuardedBot.StartAsync();

        Assert.Contains(HiddenSentence, await EnterAsync(bot, entrance), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("why")]
    [InlineData("quotes")]
    [InlineData("sources")]
    [InlineData("in:board Who buys the Velmar shipyard?")]
    [InlineData("by:nobody Who buys the Velmar shipyard?")]
    public async Task Command_OfSomebodyElseInASharedConversation_ShowsNothingOfTheArticle(string command)
    {
        await using var bot = await GuardedBot.StartAsync();
        Assert.Contains(HiddenSentence, await bot.AskTeamsAsync(Question, Member), StringComparison.Ordinal);

        var said = await bot.AskTeamsAsync(command, Colleague);

        AssertHidden(said);
        Assert.DoesNotContain("German", said, StringComparison.Ordinal);
        Assert.DoesNotContain("2 articles", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("why", "The Velmar deal")]
    [InlineData("quotes", HiddenSentence)]
    [InlineData("sources", "I answer from 2 articles")]
    public async Task Command_OfSomebodyWithTheRight_ShowsTheArticle(string command, string expected)
    {
        await using var bot = await GuardedBot.StartAsync();
        await bot.AskTeamsAsync(Question, Member);

        Assert.Contains(expected, await bot.AskTeamsAsync(command, Member), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_WithAWordOfARestrictedArticleOnly_IsAnsweredAsIfNoArticleHadIt()
    {
        await using var bot = await GuardedBot.StartAsync();

        var known = await bot.AskAsync("Did Velmar happen?", conversation: "a");
        var unknown = await bot.AskAsync("Did Zelmar happen?", conversation: "b");

        Assert.Equal(unknown.Replace("Zelmar", "Velmar", StringComparison.Ordinal), known);
    }

    [Fact]
    public async Task Article_OfSomebodyWithoutTheRight_IsMissingAsOneThatNeverWas()
    {
        await using var bot = await GuardedBot.StartAsync();

        using var hidden = await GetAsync(bot, "/articles/articles/velmar.md?format=json");
        using var unknown = await GetAsync(bot, "/articles/articles/nothing.md?format=json");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, unknown.StatusCode));
        Assert.Equal(await ReadAsync(unknown), await ReadAsync(hidden));
    }

    [Fact]
    public async Task Answer_FromAnArticleWithARestrictedCopy_NamesTheCopyOnlyToThoseWithTheRight()
    {
        const string Copied = "A lamp for the harbour";
        await using var bot = await GuardedBot.StartAsync(
            articles: [(Name: "copy.md", Text: Samples.Lighthouse.Text.Replace("title: Tarn lighthouse opens again", $"title: {Copied}\ntags: [board]", StringComparison.Ordinal))]);

        Assert.Contains(Copied, await bot.AskTeamsAsync(Samples.CostQuestion, Member), StringComparison.Ordinal);
        foreach (var text in (string[])[Samples.CostQuestion, "why", "quotes"])
        {
            Assert.DoesNotContain(Copied, await bot.AskTeamsAsync(text, Colleague, conversation: "checked, colleague"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Upload_OfARestrictedArticle_IsRefusedAndNotListed()
    {
        await using var bot = await GuardedBot.StartAsync();
        using var content = new StringContent($"---\ntags: [board]\n---\n\n{HiddenSentence}", Encoding.UTF8);

        using var refused = await bot.Client.PostAsync(new Uri("/uploads?name=plan.md", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var list = await GetAsync(bot, "/uploads");
        Assert.DoesNotContain("plan.md", await ReadAsync(list), StringComparison.Ordinal);
    }

    private static Task<string> EnterAsync(BotHost bot, string entrance) => entrance switch
    {
        "emulator" => bot.AskAsync(Question),
        "emulator, says Entra id" => bot.AskTeamsAsync(Question, Member, channel: "emulator"),
        "teams, user" => bot.AskTeamsAsync(Question, Member),
        "teams, other user" => bot.AskTeamsAsync(Question, Colleague),
        "teams, no user" => bot.AskTeamsAsync(Question, user: null),
        "teams, unchecked token" => bot.AskTeamsAsync(Question, Member, conversation: "anyone"),
        "teams, emulator's token" => bot.AskTeamsAsync(Question, Member, conversation: "checked by the emulator"),
        "teams, group" => bot.AskTeamsAsync(Question, Member, type: "groupChat"),
        "teams, channel" => bot.AskTeamsAsync(Question, Member, type: "channel"),
        "direct line" => bot.AskDirectLineAsync(Question, tokenUser: null),
        "direct line, says Entra id" => bot.AskDirectLineAsync(Question, tokenUser: null, claimedUser: Member),
        "direct line, dl_ user" => bot.AskDirectLineAsync(Question, "dl_" + Member, claimedUser: Member),
        "direct line, other user" => bot.AskDirectLineAsync(Question, Colleague, claimedUser: Member),
        "direct line, user" => bot.AskDirectLineAsync(Question, Member),
        "direct line, refreshed user" => bot.AskDirectLineAsync(Question, Member, refresh: true),
        "page of the article" => TextAsync(bot, "/articles/articles/velmar.md"),
        "page of a quote" => TextAsync(bot, "/articles/articles/velmar.md?start=0&end=20&version=abc"),
        "page as json" => TextAsync(bot, "/articles/articles/velmar.md?format=json"),
        "suggestions" => TextAsync(bot, "/chat/suggestions?language=de"),
        "page config" => CountAsync(bot, "/chat/config"),
        "health" => CountAsync(bot, "/health/ready"),
        _ => throw new ArgumentOutOfRangeException(nameof(entrance)),
    };

    // The page repeats the address that it was asked for.
    private static async Task<string> TextAsync(BotHost bot, string path)
    {
        using var response = await GetAsync(bot, path);
        return (await ReadAsync(response)).Replace("articles/velmar.md", "", StringComparison.Ordinal);
    }

    private static async Task<string> CountAsync(BotHost bot, string path)
    {
        var text = await TextAsync(bot, path);
        Assert.Matches("\"articles\":1[,}]", text);
        return text;
    }

    private static Task<HttpResponseMessage> GetAsync(BotHost bot, string path) =>
        bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private static Task<string> ReadAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
