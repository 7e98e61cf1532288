using Microsoft.Playwright;
using QnA.Browser.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(Browsers))]

namespace QnA.Browser.Tests.Infrastructure;

/// <summary>One Chromium for all tests. It is the machine's own; none is downloaded.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
        {
            return;
        }

        // A page that is slow on a busy machine is no defect; what never comes still fails.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // A container's root has no user namespaces to build a sandbox of; the pages are our own.
            Args = ["--no-sandbox"],
        });
    }

    /// <summary>Opens a window of its own, with nothing in its storage.</summary>
    /// <remarks>Skips the test where there is no browser, unless <c>QNA_REQUIRE_BROWSER</c> is 1.</remarks>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        var required = Environment.GetEnvironmentVariable("QNA_REQUIRE_BROWSER") == "1";
        Assert.SkipWhen(_browser is null && !required, "There is no Chromium or Chrome here. Install one, or name it in QNA_BROWSER.");
        return await (_browser ?? throw new InvalidOperationException("QNA_REQUIRE_BROWSER is 1, but there is no Chromium or Chrome.")).NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("QNA_BROWSER") is { Length: > 0 } named ? named : Array.Find(Places, File.Exists);
}
