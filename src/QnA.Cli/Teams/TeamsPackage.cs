using System.IO.Compression;
using System.Text;

namespace QnA.Cli.Teams;

/// <summary>Writes the app package that Teams installs: the manifest with the bot's id and domain, and two icons.</summary>
internal static class TeamsPackage
{
    private static readonly string[] Icons = ["color.png", "outline.png"];

    /// <summary>Writes the package.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="appId">The bot's app id.</param>
    /// <param name="domain">The host name under which the bot is reached.</param>
    public static void Write(Stream stream, Guid appId, string domain)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        using var template = new StreamReader(Open("manifest.json"), Encoding.UTF8);
        var manifest = template.ReadToEnd()
            .Replace("${{BOT_ID}}", appId.ToString("D"), StringComparison.Ordinal)
            .Replace("${{BOT_DOMAIN}}", domain, StringComparison.Ordinal);
        Add(archive, "manifest.json", new MemoryStream(Encoding.UTF8.GetBytes(manifest)));
        foreach (var icon in Icons)
        {
            Add(archive, icon, Open(icon));
        }
    }

    private static void Add(ZipArchive archive, string name, Stream content)
    {
        var entry = archive.CreateEntry(name);

        // The same package for the same bot, whenever it is made: the earliest time that the format has.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var target = entry.Open();
        using (content)
        {
            content.CopyTo(target);
        }
    }

    private static Stream Open(string name) => typeof(TeamsPackage).Assembly.GetManifestResourceStream("teams/" + name)
        ?? throw new InvalidOperationException($"The program lacks its resource teams/{name}.");
}
