using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;
using QnA.Core.Answers;

namespace QnA.Browser.Tests.Chat;

public sealed class AskingTests(Browsers browsers, ShippedBot shipped)
{
    [Fact]
    public async Task Page_AtTheStart_SuggestsWhatTheArticlesAnswer()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        var suggestion = window.Page.Locator(".suggestion").First;
        await suggestion.WaitForAsync();
        await window.CheckAsync("start");
        var title = (await suggestion.Locator("span").TextContentAsync())!;

        await suggestion.ClickAsync();
        await window.WaitUntilAnsweredAsync(title);

        await Assertions.Expect(window.LastAnswer).ToContainTextAsync(title);
    }

    [Fact]
    public async Task Answer_ShowsQuotesThatStandInTheirArticles()
    {
        var bot = shipped.Bot;
        await using var window = await ChatWindow.OpenAsync(browsers, bot);

        await window.AskAsync("How many people were evacuated from Lower Quay?");

        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("evacuated 640 people from Lower Quay");
        await Assertions.Expect(window.LastAnswer.Locator(".proof")).ToContainTextAsync("letter for letter");
        await window.CheckAsync("answer");
    }

    [Fact]
    public async Task Answer_ToAFollowUp_KnowsWhatWasAskedBefore()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);

        await window.AskAsync("When will the Quay Street swing bridge open to all traffic again?");
        await window.AskAsync("Which company won the contract?");

        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("Castell Marine Works");
        Assert.Equal(2, await window.Page.Locator(".exchange").CountAsync());
        await window.CheckAsync("follow-up");
    }

    [Fact]
    public async Task Answer_IsSeenWhileItIsMade_ThenWithItsCitations()
    {
        using var answerer = new ScriptedAnswerer();
        await using var bot = await BotHost.StartAsync(services: s => s.AddSingleton<IAnswerer>(answerer));
        await using var window = await ChatWindow.OpenAsync(browsers, bot);

        await window.SayAsync(Samples.CostQuestion);
        await answerer.NextAsync();
        await Assertions.Expect(window.LastExchange.Locator(".partial")).ToContainTextAsync("2.4 million crowns");
        await window.CheckAsync("streaming");
        Assert.Equal(0, await window.LastAnswer.Locator(".cite").CountAsync());
        answerer.End();

        await window.WaitUntilAnsweredAsync(Samples.CostQuestion);
        await Assertions.Expect(window.LastAnswer.Locator(".cite").First).ToHaveTextAsync("[1]");
    }

    [Fact]
    public async Task NotFound_SaysWhyAndShowsTheNearestPassages()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);

        await window.AskAsync("What does the zeppelin museum in Friedrichshafen charge for bridge tickets?");

        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("I did not find this in the articles.");
        await Assertions.Expect(window.LastAnswer.Locator(".missing")).ToContainTextAsync("zeppelin");
        await Assertions.Expect(window.LastAnswer.Locator(".nearest blockquote").First).ToBeVisibleAsync();
        await window.CheckAsync("not-found");
        await window.LastAnswer.Locator(".nearest button").First.ClickAsync();
        await window.Marks.First.WaitForAsync();
        Assert.Equal(await window.LastAnswer.Locator(".nearest blockquote").First.TextContentAsync(), await window.MarkedAsync());
    }

    [Fact]
    public async Task Stop_EndsTheWaitAndTheNextQuestionIsAnswered()
    {
        using var answerer = new ScriptedAnswerer();
        await using var bot = await BotHost.StartAsync(services: s => s.AddSingleton<IAnswerer>(answerer));
        await using var window = await ChatWindow.OpenAsync(browsers, bot);

        await window.SayAsync(Samples.CostQuestion);
        await answerer.NextAsync();
        await window.LastExchange.Locator(".partial").WaitForAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();

        await Assertions.Expect(window.LastExchange).ToHaveAttributeAsync("data-state", "stopped");
        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("Stopped");
        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("2.4 million crowns");
        await window.CheckAsync("stopped");
        answerer.End();
        await window.AskAsync("Who keeps the lamp of the lighthouse?");
    }

    [Fact]
    public async Task Commands_AreShownAsTheBotWritesThem()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);

        await window.AskAsync("help");

        await Assertions.Expect(window.LastAnswer.Locator("li strong").First).ToHaveTextAsync("help");
        await window.CheckAsync("help");
    }
}
