using Microsoft.Playwright;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Screens;

public sealed class KeyboardTests(Browsers browsers, ShippedBot shipped)
{
    private const string Evacuated = "How many people were evacuated from Lower Quay?";

    [Fact]
    public async Task WholeVisit_NeedsNoPointer()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);
        var keyboard = window.Page.Keyboard;

        await Assertions.Expect(window.Question).ToBeFocusedAsync();
        await keyboard.TypeAsync(Evacuated);
        await keyboard.PressAsync("Enter");
        await window.WaitUntilAnsweredAsync(Evacuated);
        await TabToAsync(window, window.LastAnswer.Locator(".cite").First, backwards: true);
        await keyboard.PressAsync("Enter");
        await window.Marks.First.WaitForAsync();
        await Assertions.Expect(window.Panel.Locator("h2")).ToBeFocusedAsync();
        await TabToAsync(window, window.Panel.GetByRole(AriaRole.Button, new() { Name = "Close the article" }));
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(window.LastAnswer.Locator(".cite").First).ToBeFocusedAsync();

        await TabToAsync(window, window.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "Good answer" }));
        await keyboard.PressAsync("Space");
        var like = window.LastAnswer.GetByRole(AriaRole.Button, new() { Name = "Good answer" });
        await Assertions.Expect(like).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(like).ToBeFocusedAsync();

        await TabToAsync(window, window.Page.Locator("#save"), backwards: true);
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Menuitem).Last).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Page.Locator("#save")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Answer_IsToldToPeopleWhoDoNotSeeThePage()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot);

        await window.AskAsync(Evacuated);

        await Assertions.Expect(window.Page.Locator("#announcer[aria-live=polite]")).ToContainTextAsync("evacuated 640 people");
        await Assertions.Expect(window.LastExchange).ToHaveAttributeAsync("aria-busy", "false");
    }

    [Fact]
    public async Task NarrowPanel_CoversTheConversationForKeysToo()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot, width: 390, height: 844);
        await window.AskAsync(Evacuated);
        await window.LastAnswer.Locator(".cite").First.ClickAsync();
        await window.Marks.First.WaitForAsync();

        for (var i = 0; i < 8; i++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            Assert.True(await window.Page.EvaluateAsync<bool>("document.activeElement === document.body || document.getElementById('panel').contains(document.activeElement)"));
        }
    }

    private static async Task TabToAsync(ChatWindow window, ILocator target, bool backwards = false)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await window.Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"The keyboard does not reach {target}.");
    }
}
