using System.Net;
using System.Net.Sockets;

namespace QnA.Cli.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly QnaProcess _qna = new();

    public void Dispose() => _qna.Dispose();

    [Fact]
    public async Task Doctor_WhereAllIsWell_EndsWithZero()
    {
        _qna.Write("articles/mill.txt", "Anders Holt runs the mill.");
        _qna.Write("appsettings.json", $$"""{"Urls": "http://localhost:{{FreePort()}}"}""");
        await _qna.RunAsync("ingest", "articles");

        var result = await _qna.RunAsync("doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("1 articles", result.Output, StringComparison.Ordinal);
        Assert.EndsWith($"All is well.{Environment.NewLine}", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WhereMuchIsWrong_NamesEachWithItsFixAndEndsWithOne()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        _qna.Write(
            "appsettings.json",
            $$"""
            {
              "Urls": "http://localhost:{{port}}",
              "Articles": { "Paths": [ "nowhere" ] },
              "Answers": { "MaxQuote": 3 },
              "Model": { "Provider": "OpenAICompatible", "ModelId": "m", "Endpoint": "http://127.0.0.1:9/v1", "MaxRetries": 0 }
            }
            """);

        var result = await _qna.RunAsync("doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("BAD settings: Answers:MaxQuote is read by nothing.", result.Output, StringComparison.Ordinal);
        Assert.Contains("BAD articles: there is nothing at", result.Output, StringComparison.Ordinal);
        Assert.Contains("BAD model: m does not answer", result.Output, StringComparison.Ordinal);
        Assert.Contains($"BAD port: {port} is taken", result.Output, StringComparison.Ordinal);
        Assert.Contains("4 things are to be mended.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_SettingOutOfItsRange_IsNamed()
    {
        _qna.Write("appsettings.json", """{"Answers": {"MaxQuotes": 0}}""");

        var result = await _qna.RunAsync("doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("MaxQuotes", result.Output, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
