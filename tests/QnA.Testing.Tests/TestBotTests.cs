using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using QnA.Core.Answers;
using QnA.Core.Ingestion;
using QnA.Testing.Models;

namespace QnA.Testing.Tests;

public sealed class TestBotTests
{
    [Fact]
    public async Task Start_ArticleOfTitleAndText_IsReadWithAllThatIsSaidOfIt()
    {
        await using var bot = await Samples.StartAsync();

        var articles = await bot.Services.GetRequiredService<IArticleStore>().ListAsync(10, TestContext.Current.CancellationToken);

        var lighthouse = Assert.Single(articles, a => a.Title == "Tarn lighthouse: \"opens\" again");
        Assert.Equal("2024-06-03", lighthouse.Published.ToString());
        Assert.Equal(["harbour", "light: house"], lighthouse.Tags);
        Assert.Contains(articles, a => a.Url == "https://paper.example.com/orchard");
    }

    [Fact]
    public async Task Start_WithFoldersAndSettings_UsesThem()
    {
        var folder = Directory.CreateTempSubdirectory("qna-folder-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bells.txt"), "The Norvik carillon has 47 bells.", TestContext.Current.CancellationToken);
        await using var bot = await TestBot.StartAsync(new TestBotOptions
        {
            Folders = [folder.FullName],
            Settings = { ["Answers:MaxQuotes"] = "1" },
            CancellationToken = TestContext.Current.CancellationToken,
        });

        var reply = await bot.AskAsync("How many bells does the Norvik carillon have?");

        Assert.Single(reply.AssertQuote("47 bells").Citations);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Start_FolderThatIsNotThere_SaysWhereItLooked()
    {
        var exception = await Assert.ThrowsAsync<TestBotException>(() => TestBot.StartAsync(new TestBotOptions { Folders = ["no-such-folder"] }));

        Assert.Contains("no-such-folder", exception.Message, StringComparison.Ordinal);
        Assert.Contains(AppContext.BaseDirectory.TrimEnd('/'), exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("../outside.txt")]
    public async Task Start_ArticleFileTwiceOrOutside_IsRefused(string name)
    {
        var exception = await Assert.ThrowsAsync<TestBotException>(() => TestBot.StartAsync(new TestArticle("a.txt", "One."), new TestArticle(name, "Two.")));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WrongSetting_NamesIt()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(
            () => TestBot.StartAsync(new TestBotOptions { Settings = { ["Bot:MaxHistory"] = "-1" } }));

        Assert.Contains("Bot:MaxHistory", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_EnvironmentVariablesOfTheMachine_AreNotRead()
    {
        Environment.SetEnvironmentVariable("Bot__MaxHistory", "-1");
        try
        {
            await using var bot = await Samples.StartAsync();
            (await bot.AskAsync(Samples.CostQuestion)).AssertAnswered();
        }
        finally
        {
            Environment.SetEnvironmentVariable("Bot__MaxHistory", null);
        }
    }

    [Fact]
    public async Task Article_ThatComesWhileTheBotRuns_IsTakenUp()
    {
        await using var bot = await Samples.StartAsync();
        await File.WriteAllTextAsync(
            Path.Combine(bot.ArticlesFolder, "bells.txt"), "The Norvik carillon has 47 bells.", TestContext.Current.CancellationToken);

        await bot.WaitUntilAsync(
            async () => (await bot.AskAsync("How many bells does the Norvik carillon have?")).Status == AnswerStatus.Answered, "the new article");
    }

    [Fact]
    public async Task WaitUntil_WhatNeverComes_SaysWhatWasWaitedFor()
    {
        await using var bot = await TestBot.StartAsync(new TestBotOptions { Timeout = TimeSpan.FromSeconds(5) });
        await using var impatient = await TestBot.StartAsync(new TestBotOptions { Timeout = TimeSpan.FromMilliseconds(1), WaitUntilReady = false });

        var exception = await Assert.ThrowsAsync<TestBotException>(() => impatient.WaitUntilAsync(() => Task.FromResult(false), "a miracle"));

        Assert.Contains("a miracle", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_OfTheTest_IsTheBots()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));
        await using var bot = await TestBot.StartAsync(new TestBotOptions
        {
            Articles = [Samples.Lighthouse],
            Time = time,
            Settings = { ["Bot:MessagesPerMinute"] = "1" },
            CancellationToken = TestContext.Current.CancellationToken,
        });
        var conversation = bot.StartConversation();

        Assert.Equal(time.GetUtcNow(), (await conversation.AskAsync(Samples.CostQuestion)).Answer.AnsweredAt);
        (await conversation.AskAsync(Samples.CostQuestion)).AssertText("wait a minute");
        time.Advance(TimeSpan.FromMinutes(1));
        (await conversation.AskAsync(Samples.CostQuestion)).AssertAnswered();
    }

    [Fact]
    public async Task Model_ThatIsScripted_WritesAndIsHeldToTheQuotes()
    {
        await using var model = await ModelServer.StartAsync(reply => reply.AnswerAsync(
            $"The lighthouse cost 2.4 million crowns. {reply.IdOf("cost 2.4 million")}\n",
            $"It cost 9 million crowns. {reply.IdOf("cost 2.4 million")}\n"));
        await using var bot = await TestBot.StartAsync(new TestBotOptions
        {
            Articles = [Samples.Lighthouse],
            Model = model,
            CancellationToken = TestContext.Current.CancellationToken,
        });

        var reply = await bot.AskAsync(Samples.CostQuestion);

        reply.AssertAnswered().AssertText("The lighthouse cost 2.4 million crowns.").AssertNoText("9 million").AssertQuote(Samples.CostSentence);
        Assert.Equal("test-model", reply.Answer.Model);
        Assert.Single(model.Requests);
    }

    [Fact]
    public async Task Model_ThatFails_LeavesTheQuotes()
    {
        await using var model = await ModelServer.StartAsync(reply => reply.FailAsync(400));
        await using var bot = await TestBot.StartAsync(new TestBotOptions
        {
            Articles = [Samples.Lighthouse],
            Model = model,
            CancellationToken = TestContext.Current.CancellationToken,
        });

        (await bot.AskAsync(Samples.CostQuestion)).AssertAnswered().AssertQuote(Samples.CostSentence);
    }

    [Fact]
    public async Task Answerer_OfTheTest_DraftsInPlaceOfTheBots()
    {
        using var answerer = new ScriptedAnswerer { CancellationToken = TestContext.Current.CancellationToken };
        await using var bot = await TestBot.StartAsync(new TestBotOptions
        {
            Articles = [Samples.Lighthouse],
            Answerer = answerer,
            CancellationToken = TestContext.Current.CancellationToken,
        });

        var asking = bot.AskAsync(Samples.CostQuestion);
        await answerer.NextAsync();
        answerer.End();

        Assert.Equal("scripted", (await asking).AssertAnswered().Answer.Model);
    }
}
