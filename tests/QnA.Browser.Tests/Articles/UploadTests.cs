using System.Text;
using Microsoft.Playwright;
using QnA.Bot.Tests.Infrastructure;
using QnA.Browser.Tests.Infrastructure;
using QnA.Documents;

namespace QnA.Browser.Tests.Articles;

public sealed class UploadTests(Browsers browsers)
{
    [Fact]
    public async Task Pdf_DroppedOntoThePage_AnswersWithItsPage()
    {
        await using var bot = await BotHost.StartAsync();
        await using var window = await ChatWindow.OpenAsync(browsers, bot);
        var pdf = PdfFiles.Make(
            null,
            [new(60, 780, 20, "The otters are back"), new(60, 740, 11, "A report of the ranger Ines Aldo.")],
            [new(60, 780, 11, "Seven otters were counted on the river Oske in March.")]);

        await DropAsync(window, ("otters.pdf", pdf), ("picture.png", [1, 2, 3]));
        var dialog = window.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.Locator(".file[data-state=ready]")).ToContainTextAsync("otters.pdf");
        await Assertions.Expect(dialog.Locator(".file[data-state=failed]")).ToContainTextAsync("Files of this kind cannot be read");
        await window.CheckAsync("uploads");
        await window.Page.Keyboard.PressAsync("Escape");
        await window.AskAsync("How many otters were counted on the river Oske?");

        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("Seven otters");
        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("page 2");
        await window.LastAnswer.Locator(".cite").First.ClickAsync();
        await window.Marks.First.WaitForAsync();
        Assert.Equal("page 2", await window.Panel.Locator("p", new() { Has = window.Page.Locator("mark") }).GetAttributeAsync("data-page"));
        await window.CheckAsync("uploaded-article");
    }

    [Fact]
    public async Task File_ThatIsRemovedAgain_IsGoneFromTheList()
    {
        await using var bot = await BotHost.StartAsync();
        await using var window = await ChatWindow.OpenAsync(browsers, bot);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add articles" }).ClickAsync();
        await window.Page.Locator("#files").SetInputFilesAsync(new FilePayload
        {
            Name = "notes.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("Nine herons were counted on the river Oske in April."),
        });
        await window.Page.Locator(".file[data-state=ready]").WaitForAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Remove notes.txt" }).ClickAsync();

        await Assertions.Expect(window.Page.Locator(".file")).ToHaveCountAsync(0);
        await window.CheckAsync("uploads-empty");
    }

    [Fact]
    public async Task Address_PastedIntoTheDialog_IsFetchedAndAnswers()
    {
        await using var site = await WebSite.StartAsync(("/otters", "text/html; charset=utf-8", Encoding.UTF8.GetBytes(
            "<html><head><title>The otters are back</title></head><body><article><h1>The otters are back</h1>"
            + "<p>Seven otters were counted on the river Oske in March.</p></article></body></html>")));
        await using var bot = await BotHost.StartAsync(settings: WebSite.Allowed);
        await using var window = await ChatWindow.OpenAsync(browsers, bot);
        var dialog = window.Page.GetByRole(AriaRole.Dialog);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add articles" }).ClickAsync();
        await dialog.GetByLabel("Or the address of a page").FillAsync($"{site.Address}/nothing");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog.Locator(".file[data-state=failed]")).ToContainTextAsync("there is no such page");
        await PasteAsync(window, $"{site.Address}/otters");
        await dialog.Locator(".file[data-state=ready]").WaitForAsync();
        await window.CheckAsync("uploads-address");
        await window.Page.Keyboard.PressAsync("Escape");
        await window.AskAsync("How many otters were counted on the river Oske?");

        await Assertions.Expect(window.LastAnswer).ToContainTextAsync("Seven otters");
    }

    private static Task PasteAsync(ChatWindow window, string text) => window.Page.EvaluateAsync(
        """
        text => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          document.querySelector('dialog .drop').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        text);

    private static async Task DropAsync(ChatWindow window, params (string Name, byte[] Bytes)[] files)
    {
        var data = await window.Page.EvaluateHandleAsync(
            """
            files => {
              const data = new DataTransfer();
              for (const { name, bytes } of files) {
                data.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name));
              }
              return data;
            }
            """,
            files.Select(f => new { name = f.Name, bytes = Convert.ToBase64String(f.Bytes) }).ToArray());
        await window.Page.DispatchEventAsync("body", "drop", new { dataTransfer = data });
    }
}
