using Microsoft.Playwright;
using QnA.Browser.Tests.Infrastructure;

namespace QnA.Browser.Tests.Screens;

/// <summary>Takes the picture of the README, so that it shows the page as it is.</summary>
public sealed class ReadmePictureTests(Browsers browsers, ShippedBot shipped)
{
    private const string UpdatePicture = "QNA_UPDATE_PICTURE";

    [Fact]
    public async Task Picture_ShowsAnAnswerBesideItsArticle()
    {
        await using var window = await ChatWindow.OpenAsync(browsers, shipped.Bot, width: 1280, height: 800);
        await window.AskAsync("How many people were evacuated from Lower Quay?");
        await window.LastAnswer.Locator(".cite").First.ClickAsync();
        await window.Marks.First.WaitForAsync();
        await window.Page.Mouse.MoveAsync(0, 0);

        var picture = await window.Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });

        Assert.True(picture.Length > 10_000);
        if (Environment.GetEnvironmentVariable(UpdatePicture) is { Length: > 0 } path)
        {
            await File.WriteAllBytesAsync(path, picture, TestContext.Current.CancellationToken);
        }
    }
}
