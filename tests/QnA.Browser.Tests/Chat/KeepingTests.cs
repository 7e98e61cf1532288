using Microsoft.Playwright;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Chat;

public sealed class KeepingTests(Browsers browsers, ShippedBot shipped)
{
    private const string Evacuated = "How many people were evacuated from Lower Quay?";
    private const string Mayor = "Who won a second term as mayor of Port Sallow?";

    [Fact]
    public async Task Reload_ShowsWhatWasSaidAndGoesOn()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        await window.AskAsync(Evacuated);

        await window.Page.ReloadAsync();
        await window.WaitUntilAnsweredAsync(Evacuated);
        await window.WaitUntilOnlineAsync();
        await window.AskAsync(Mayor);

        Assert.Equal(2, await window.Page.Locator(".exchange").CountAsync());
        await Assertions.Expect(window.Page.Locator(".exchange").First).ToContainTextAsync("640 people");
        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("Calloway");
    }

    [Fact]
    public async Task Connection_CutAndRestored_SendsWhatWasAskedMeanwhileOnce()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        await window.AskAsync(Evacuated);

        await window.Context.SetOfflineAsync(true);
        await Assertions.Expect(window.Page.Locator("#status")).ToContainTextAsync("connection is lost");
        await window.SayAsync(Mayor);
        await Assertions.Expect(window.LastExchange).ToHaveAttributeAsync("data-state", "waiting");
        await window.CheckAsync("offline");
        await window.Context.SetOfflineAsync(false);
        await window.WaitUntilAnsweredAsync(Mayor);

        Assert.Equal(2, await window.Page.Locator(".exchange").CountAsync());
        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("Calloway");
        await Assertions.Expect(window.Page.Locator("#status")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Conversation_ThatTheBotNoLongerKnows_IsFollowedByANewOne()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        await window.AskAsync(Evacuated);

        await window.Page.EvaluateAsync(
            "() => { const kept = JSON.parse(sessionStorage['qna.conversation']); kept.session.conversationId = 'gone'; window.stop(); sessionStorage['qna.conversation'] = JSON.stringify(kept); }");
        await window.Page.ReloadAsync();
        await window.WaitUntilOnlineAsync();
        await window.AskAsync(Mayor);

        await Assertions.Expect(window.Page.Locator(".exchange").First).ToContainTextAsync("640 people");
        await Assertions.Expect(window.Page.Locator(".divider")).ToContainTextAsync("a new one has begun");
    }

    [Fact]
    public async Task NewConversation_BeginsWithAnEmptyPage()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        await window.AskAsync(Evacuated);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        await window.WaitUntilOnlineAsync();
        await window.Page.ReloadAsync();
        await window.WaitUntilOnlineAsync();

        Assert.Equal(0, await window.Page.Locator(".exchange").CountAsync());
        await Assertions.Expect(window.Page.Locator("#welcome")).ToBeVisibleAsync();
    }
}
