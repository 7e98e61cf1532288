using System.IO.Compression;
using System.Text.Json.Nodes;

namespace QnA.Cli.Tests;

public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "00001111-aaaa-2222-bbbb-3333cccc4444";

    private readonly QnaProcess _qna = new();

    public void Dispose() => _qna.Dispose();

    [Fact]
    public async Task TeamsPackage_HasTheManifestWithIdAndDomainAndIconsOfTheRightSize()
    {
        var result = await _qna.RunAsync("teams-package", "--app-id", AppId, "--domain", "bot.example.com", "--output", "qna.zip");

        Assert.Equal(0, result.ExitCode);
        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(_qna.Folder, "qna.zip"), TestContext.Current.CancellationToken);
        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        await using var manifest = await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken);
        var json = (await JsonNode.ParseAsync(manifest, cancellationToken: TestContext.Current.CancellationToken))!;
        Assert.Equal(AppId, (string?)json["id"]);
        Assert.Equal(AppId, (string?)json["bots"]![0]!["botId"]);
        Assert.Equal("bot.example.com", (string?)json["validDomains"]![0]);
        Assert.DoesNotContain("${{", json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((192, 192), SizeOf(zip, "color.png"));
        Assert.Equal((32, 32), SizeOf(zip, "outline.png"));
    }

    [Theory]
    [InlineData("not-a-guid", "bot.example.com", "--app-id")]
    [InlineData("00000000-0000-0000-0000-000000000000", "bot.example.com", "--app-id")]
    [InlineData(AppId, "https://bot.example.com", "--domain")]
    [InlineData(AppId, "localhost", "--domain")]
    [InlineData(AppId, "bot.example.com:443", "--domain")]
    public async Task TeamsPackage_OfWrongValues_SaysWhichAndWritesNothing(string appId, string domain, string named)
    {
        var result = await _qna.RunAsync("teams-package", "--app-id", appId, "--domain", domain);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(named, result.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_qna.Folder, "qna.zip")));
    }

    [Fact]
    public async Task TeamsPackage_OverAFileThatIsThere_NeedsForce()
    {
        var file = _qna.Write("qna.zip", "mine");

        var refused = await _qna.RunAsync("teams-package", "--app-id", AppId, "--domain", "bot.example.com");
        var kept = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var forced = await _qna.RunAsync("teams-package", "--app-id", AppId, "--domain", "bot.example.com", "--force");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--force", refused.Messages, StringComparison.Ordinal);
        Assert.Equal("mine", kept);
        Assert.Equal(0, forced.ExitCode);
    }

    // PNG (ISO/IEC 15948): the header chunk begins with width and height.
    private static (int Width, int Height) SizeOf(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        var header = new byte[24];
        stream.ReadExactly(header);
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(20)));
    }
}
