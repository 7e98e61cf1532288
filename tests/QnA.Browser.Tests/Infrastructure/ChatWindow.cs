using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Browser.Tests.Infrastructure;

/// <summary>The chat page in a browser, as a person uses it. Whatever the page complains of fails the test.</summary>
internal sealed class ChatWindow : IAsyncDisposable
{
    private const string Screenshots = "screenshots";

    private static readonly string[] OfTheNetwork = ["ERR_", "WebSocket", "Failed to load resource"];

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private ChatWindow(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            // What the browser says of the network itself (a lost connection, a refusal that the page shows in words) is not the page's.
            if (message.Type == "error" && !Array.Exists(OfTheNetwork, part => message.Text.Contains(part, StringComparison.Ordinal)))
            {
                _complaints.Add(message.Text);
            }
        };
        page.Dialog += (_, dialog) =>
        {
            _complaints.Add($"A dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    public ILocator Question => Page.Locator("#question");

    public ILocator LastExchange => Page.Locator(".exchange").Last;

    public ILocator LastAnswer => LastExchange.Locator(".answer");

    public ILocator Panel => Page.Locator("#panel");

    public ILocator Marks => Panel.Locator("mark");

    public static async Task<ChatWindow> OpenAsync(Browsers browsers, BotHost bot, int width = 1280, int height = 850, bool dark = false, string locale = "en-US")
    {
        var context = await browsers.OpenAsync(new BrowserNewContextOptions
        {
            BaseURL = bot.Client.BaseAddress!.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        var window = new ChatWindow(context, await context.NewPageAsync());
        await window.Page.GotoAsync("/");
        await window.WaitUntilOnlineAsync();
        return window;
    }

    public Task WaitUntilOnlineAsync() => Page.Locator("body[data-connection=online]").WaitForAsync();

    public async Task SayAsync(string text)
    {
        await Question.FillAsync(text);
        await Question.PressAsync("Enter");
    }

    /// <summary>Asks and waits for the whole answer.</summary>
    public async Task AskAsync(string question)
    {
        await SayAsync(question);
        await WaitUntilAnsweredAsync(question);
    }

    public Task WaitUntilAnsweredAsync(string question) =>
        Page.Locator(".exchange[data-state=done]", new PageLocatorOptions { Has = Page.GetByRole(AriaRole.Heading, new() { Name = question, Exact = true }) }).Last.WaitForAsync();

    /// <summary>Gets the text of the marked words in the panel, one after the other.</summary>
    public Task<string> MarkedAsync() => Marks.EvaluateAllAsync<string>("marks => marks.map(m => m.textContent).join('')");

    /// <summary>Gets whether an element can be seen in the window.</summary>
    public static Task<bool> IsInViewAsync(ILocator locator) => locator.EvaluateAsync<bool>(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth; }");

    /// <summary>Checks that nothing keeps people out (axe-core) and keeps a picture of the state.</summary>
    public async Task CheckAsync(string state)
    {
        var directory = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, Screenshots)).FullName;
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(directory, $"{state}.png") });
        var result = await Page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{state}: {string.Join("; ", result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(", ", v.Nodes.Select(n => n.Target))}"))}");
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{state}: the page is {overflow} px wider than its window.");
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_complaints);
    }
}
