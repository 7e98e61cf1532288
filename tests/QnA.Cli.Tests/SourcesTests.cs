using System.Net;
using System.Text;

namespace QnA.Cli.Tests;

public sealed class SourcesTests : IAsyncLifetime
{
    private readonly QnaProcess _qna = new();
    private readonly HttpListener _site = new();
    private string _address = "";

    public ValueTask InitializeAsync()
    {
        using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        _site.Prefixes.Add(_address);
        _site.Start();
        _ = ServeAsync();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _site.Close();
        _qna.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Ingest_Address_ReadsThePage()
    {
        Settings("");

        var result = await _qna.RunAsync("ingest", $"{_address}page");
        var answer = await _qna.RunAsync("ask", "When was the harbour dredged?");

        Assert.StartsWith("1 new, 0 changed, 0 unchanged, 0 removed, 0 failed", result.Output, StringComparison.Ordinal);
        Assert.Contains("The harbour was dredged in May 1904.", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_AddressOfThisMachineThatNobodyAllowed_RefusedInWords()
    {
        var result = await _qna.RunAsync("ingest", $"{_address}page");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("is not on the public Internet", result.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_AfterIngest_TellsHowEachFared()
    {
        Settings($$"""{ "Name": "Page", "Address": "{{_address}}page" }, { "Name": "Broken", "Address": "{{_address}}missing" }""");

        var before = await _qna.RunAsync("sources");
        var ingest = await _qna.RunAsync("ingest");
        var after = await _qna.RunAsync("sources");

        Assert.Equal(0, before.ExitCode);
        Assert.Contains("not read yet", before.Output, StringComparison.Ordinal);
        Assert.Equal(1, ingest.ExitCode);
        Assert.Contains("1 new, 0 changed, 0 unchanged, 0 removed, 0 failed", after.Output, StringComparison.Ordinal);
        Assert.Contains("next run", after.Output, StringComparison.Ordinal);
        Assert.Contains("Broken: 127.0.0.1 answered 404", after.Messages, StringComparison.Ordinal);
        Assert.Equal(1, after.ExitCode);
    }

    private void Settings(string sources) => _qna.Write(
        "appsettings.json", $$"""{ "Articles": { "Sources": [ {{sources}} ], "Web": { "AllowedNetworks": [ "127.0.0.0/8" ], "Delay": "00:00:00" } } }""");

    private async Task ServeAsync()
    {
        while (_site.IsListening)
        {
            try
            {
                var context = await _site.GetContextAsync();
                var isPage = context.Request.Url!.AbsolutePath == "/page";
                context.Response.StatusCode = isPage ? 200 : 404;
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(
                    isPage ? "<html lang=\"en\"><head><title>Harbour</title></head><body><p>The harbour was dredged in May 1904.</p></body></html>" : "none"));
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
