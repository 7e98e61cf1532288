using System.Net;
using System.Net.Sockets;
using QnA.Bot.Tests.Infrastructure;

namespace QnA.Bot.Tests.Hosting;

/// <summary>The program as it is started by a person: what it says where it cannot start, and where it listens.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("qna-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Answers:MaxQuotes", "99", "Answers:MaxQuotes is 99; it must be from 1 to 10.")]
    [InlineData("Answers:MaxQuotes", "many", "'Answers:MaxQuotes'")]
    [InlineData("Urls", "127.0.0.1:4109", "Urls has '127.0.0.1:4109'")]
    public async Task Start_SettingIsWrong_EndsWithOnePlainLineThatNamesIt(string setting, string value, string line)
    {
        var (exitCode, output) = await BotProcess.RunToEndAsync(_folder.FullName, [], $"--{setting}={value}");

        Assert.Equal(1, exitCode);
        AssertSaidOnce(line, output);
    }

    [Fact]
    public async Task Start_PortIsTaken_EndsWithOnePlainLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, output) = await BotProcess.RunToEndAsync(_folder.FullName, [], $"--Urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(1, exitCode);
        AssertSaidOnce("address already in use", output);
    }

    [Fact]
    public async Task Start_SettingsFileIsNoJson_EndsWithOnePlainLine()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "appsettings.json"), "{ \"Answers\": ", TestContext.Current.CancellationToken);

        var (exitCode, output) = await BotProcess.RunToEndAsync(_folder.FullName, []);

        Assert.Equal(1, exitCode);
        AssertSaidOnce("appsettings.json", output);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:0", "http://127.0.0.1:")]
    [InlineData("DOTNET_URLS", "http://127.0.0.1:0", "http://127.0.0.1:")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "0", "http://[::]:")]
    public async Task Start_AddressIsInTheEnvironment_ListensThere(string variable, string value, string address)
    {
        var listening = await BotProcess.FindAddressAsync(_folder.FullName, [new(variable, value)]);

        Assert.StartsWith(address, listening, StringComparison.Ordinal);
        Assert.DoesNotContain(":3978", listening, StringComparison.Ordinal);
    }

    private static void AssertSaidOnce(string line, string output)
    {
        Assert.Single(output.Split('\n'), said => said.Contains(line, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
    }
}
