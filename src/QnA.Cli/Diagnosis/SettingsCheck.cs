using Microsoft.Extensions.Configuration;
using QnA.Cli.Composition;

namespace QnA.Cli.Diagnosis;

/// <summary>Looks for settings that nothing reads, which most often are misspelt. The shipped settings file has them all.</summary>
internal static class SettingsCheck
{
    public static IEnumerable<Finding> Run(IConfiguration configuration)
    {
        var known = new ConfigurationBuilder().AddJsonStream(Shipped()).Build();
        var file = CliServices.FindSettingsFile();
        var unknown = known.GetChildren().SelectMany(section => Unknown(section, configuration.GetSection(section.Key))).ToList();
        foreach (var setting in unknown)
        {
            yield return new Finding("settings", $"{setting} is read by nothing.", "Mend its name, or remove it; docs/settings.md lists all settings.");
        }

        if (unknown.Count == 0)
        {
            yield return new Finding("settings", file is null ? "no appsettings.json; every setting has its default" : $"{file} can be used");
        }
    }

    // A section that is shipped without children (a list) may hold anything.
    private static IEnumerable<string> Unknown(IConfigurationSection known, IConfigurationSection actual)
    {
        var names = known.GetChildren().ToDictionary(s => s.Key, StringComparer.OrdinalIgnoreCase);
        if (names.Count == 0 || names.Keys.All(n => n.All(char.IsAsciiDigit)) || known.Key is "Logging")
        {
            return [];
        }

        return actual.GetChildren().SelectMany(s => names.TryGetValue(s.Key, out var found) ? Unknown(found, s) : [s.Path]);
    }

    private static Stream Shipped() =>
        typeof(SettingsCheck).Assembly.GetManifestResourceStream("appsettings.json") ?? throw new InvalidOperationException("The shipped settings are missing.");
}
