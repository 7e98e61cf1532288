using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using QnA.Bot.Hosting;

namespace QnA.Bot.Tests.Settings;

/// <summary>The page of settings and the shipped settings file say what the program reads.</summary>
public sealed class SettingsPageTests
{
    private const string Update = "QNA_UPDATE_DOCS=1 dotnet test --project tests/QnA.Bot.Tests --filter-class '*SettingsPageTests'";

    [Fact]
    public async Task Page_OfSettings_IsThatOfTheOptionClasses()
    {
        var file = PathOf("docs/settings.md");
        var page = Write();
        if (Environment.GetEnvironmentVariable("QNA_UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);
        }

        var current = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";

        Assert.True(page == current, $"docs/settings.md is not current. Write it anew: {Update}");
    }

    [Fact]
    public void ShippedSettings_HaveEverySetting()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(PathOf("appsettings.json")).Build();

        Assert.All(SettingsCatalogue.Read(), setting =>
        {
            var (section, name) = (setting.Name[..setting.Name.LastIndexOf(':')], setting.Name[(setting.Name.LastIndexOf(':') + 1)..]);
            Assert.Contains(shipped.GetSection(section).GetChildren(), child => child.Key == name);
        });
    }

    [Fact]
    public void Settings_HaveAMeaningAndAValue() => Assert.All(SettingsCatalogue.Read(), setting =>
    {
        Assert.NotEmpty(setting.Meaning);
        Assert.NotEmpty(setting.Value);
    });

    private static string Write()
    {
        var page = new StringBuilder(
            """
            # Settings

            Every setting is in `appsettings.json` with its default. The environment overrides it, with two underscores for a colon
            (`Answers__MaxQuotes=5`), and user secrets do in Development. A wrong value ends the start with a message that names the setting;
            `qna doctor` says what is wrong and which settings nothing reads.

            Times are written `days.hours:minutes:seconds`, lengths in UTF-16 code units. An empty default is written ` `.

            """);
        foreach (var section in SettingsCatalogue.Read().GroupBy(s => s.Name[..s.Name.IndexOf(':', StringComparison.Ordinal)], StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {section.Key}\n\n| setting | default | meaning | values |\n|---|---|---|---|\n");
            foreach (var setting in section)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{setting.Name}` | `{(setting.Default.Length == 0 ? " " : setting.Default)}` | {setting.Meaning} | {setting.Value} |\n");
            }
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## Of the Bot Framework and of ASP.NET Core

            `MicrosoftAppId`, `MicrosoftAppPassword`, `MicrosoftAppTenantId`, `MicrosoftAppType` and `BotFramework:…` are in
            [bot-framework.md](bot-framework.md); `Urls` (also `ASPNETCORE_URLS`, `ASPNETCORE_HTTP_PORTS` and their like; without any, `{ListeningAddresses.Default}`), `AllowedHosts` and
            `Logging` are ASP.NET Core's; `OTEL_…` is in [telemetry.md](telemetry.md).

            This page is written by `{Update}`.

            """);
        return page.ToString();
    }

    private static string PathOf(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "QnA.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not lie in their repository.");
        }

        return Path.Combine(folder, file);
    }
}
