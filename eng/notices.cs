// Makes THIRD-PARTY-NOTICES.md and the software bill of materials: dotnet run eng/notices.cs [-- --check]
//
// The packages are those that the bot and the command line ship, with what stands behind them, read from their restored assets; what is not a
// package (models, data that weights were learned from) is written by hand in eng/notices-by-hand.md.

using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

var root = FindRoot();
var folder = Path.Combine(root, "artifacts", "sbom");
var packages = new SortedDictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
foreach (var project in (string[])["QnA.Bot", "QnA.Cli"])
{
    foreach (var package in await ReadPackagesAsync(project))
    {
        packages[$"{package.GetProperty("name").GetString()} {package.GetProperty("version").GetString()}"] = package;
    }
}

var path = Path.Combine(root, "THIRD-PARTY-NOTICES.md");
var notices = await ComposeAsync();
if (args.Contains("--check"))
{
    if (!File.Exists(path) || await File.ReadAllTextAsync(path) != notices)
    {
        Console.Error.WriteLine("THIRD-PARTY-NOTICES.md does not list what is shipped. Run: dotnet run eng/notices.cs");
        return 1;
    }

    Console.WriteLine($"THIRD-PARTY-NOTICES.md lists all {packages.Count} packages.");
    return 0;
}

await File.WriteAllTextAsync(path, notices);
Console.WriteLine($"Wrote {packages.Count} packages to {path}; bills of materials are in {folder}.");
return 0;

static string FindRoot()
{
    for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "QnA.sln")))
        {
            return folder.FullName;
        }
    }

    throw new InvalidOperationException("Run it inside the repository: no QnA.sln was found above the current folder.");
}

async Task<JsonElement[]> ReadPackagesAsync(string project)
{
    var file = $"{project}.cdx.json";
    await RunAsync(
        "dotnet", "CycloneDX", Path.Combine(root, "src", project, $"{project}.csproj"), "--output", folder, "--filename", file, "--output-format", "Json",
        "--exclude-dev", "--disable-package-restore", "--include-license-text", "--no-serial-number", "--base-intermediate-output-path", Path.Combine(root, "artifacts", "obj"));
    using var bill = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, file)));
    return bill.RootElement.TryGetProperty("components", out var components)
        ? [.. components.EnumerateArray().Select(component => component.Clone())]
        : throw new InvalidOperationException($"No package of {project} was found. Restore first: dotnet restore QnA.sln");
}

async Task RunAsync(params string[] command)
{
    using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = root, RedirectStandardOutput = true, UseShellExecute = false })!;
    var output = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    if (process.ExitCode != 0)
    {
        throw new InvalidOperationException($"{string.Join(' ', command)} failed. Is the tool there? dotnet tool restore\n{output}");
    }
}

async Task<string> ComposeAsync()
{
    var text = new StringBuilder("# Third-party notices\n\nMade by `dotnet run eng/notices.cs`; what is written by hand stands in `eng/notices-by-hand.md`.\n\n");
    text.Append(await File.ReadAllTextAsync(Path.Combine(root, "eng", "notices-by-hand.md"))).Append('\n');
    text.Append("## Packages\n\n| package | version | licence | by |\n|---|---|---|---|\n");
    var texts = new StringBuilder();
    foreach (var package in packages.Values)
    {
        var name = package.GetProperty("name").GetString();
        var (licence, licenceText) = LicenceOf(package);
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {package.GetProperty("version").GetString()} | {licence} | {AuthorsOf(package)} |\n");
        if (licenceText is not null)
        {
            texts.Append(CultureInfo.InvariantCulture, $"\n### {name}\n\n```text\n{licenceText.ReplaceLineEndings("\n").Trim()}\n```\n");
        }
    }

    return text.Append("\n## Licence texts of packages that bring their own\n").Append(texts).ToString();
}

static (string Licence, string? Text) LicenceOf(JsonElement package)
{
    if (!package.TryGetProperty("licenses", out var licences) || licences.GetArrayLength() == 0)
    {
        return ("not stated", null);
    }

    var first = licences[0];
    if (first.TryGetProperty("expression", out var expression))
    {
        return (expression.GetString()!, null);
    }

    var licence = first.GetProperty("license");
    if (licence.TryGetProperty("id", out var id))
    {
        return (id.GetString()!, null);
    }

    return licence.TryGetProperty("text", out var text)
        ? ("its own, below", Encoding.UTF8.GetString(Convert.FromBase64String(text.GetProperty("content").GetString()!)))
        : (licence.TryGetProperty("url", out var url) ? url.GetString()! : licence.GetProperty("name").GetString()!, null);
}

static string AuthorsOf(JsonElement package) =>
    package.TryGetProperty("authors", out var authors)
        ? string.Join(", ", authors.EnumerateArray().Select(author => author.GetProperty("name").GetString())).Replace("|", "\\|")
        : "";
