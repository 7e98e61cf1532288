using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Tests.Web.Fetching;

/// <summary>Addresses by which a stranger would have the bot ask machines that only it can reach; a listener on loopback hears none of them.</summary>
public sealed class ForbiddenAddressTests : IAsyncLifetime
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TempFolder _folder = new();
    private Site _site = null!;

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask InitializeAsync()
    {
        _listener.Start();
        _site = await Site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("http://127.0.0.1:{port}/")]
    [InlineData("http://localhost:{port}/")]
    [InlineData("http://LOCALHOST.:{port}/")]
    [InlineData("http://127.1:{port}/")]
    [InlineData("http://2130706433:{port}/")]
    [InlineData("http://0177.0.0.1:{port}/")]
    [InlineData("http://017700000001:{port}/")]
    [InlineData("http://0x7f000001:{port}/")]
    [InlineData("http://0x7f.0.0.0x1:{port}/")]
    [InlineData("http://127.000.000.001:{port}/")]
    [InlineData("http://0.0.0.0:{port}/")]
    [InlineData("http://0:{port}/")]
    [InlineData("http://[::1]:{port}/")]
    [InlineData("http://[::]:{port}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{port}/")]
    [InlineData("http://[::ffff:7f00:1]:{port}/")]
    [InlineData("http://[::127.0.0.1]:{port}/")]
    [InlineData("http://[64:ff9b::7f00:1]:{port}/")]
    [InlineData("http://[64:ff9b:1::7f00:1]:{port}/")]
    [InlineData("http://[2002:7f00:1::]:{port}/")]
    [InlineData("http://[fd00::1]:{port}/")]
    [InlineData("http://[fe80::1%251]:{port}/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.31.255.254/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fd00:ec2::254]/latest/meta-data/")]
    [InlineData("http://168.63.129.16/machine")]
    [InlineData("http://metadata.example/computeMetadata/v1/")]
    [InlineData("http://one-of-two.example:{port}/")]
    [InlineData("http://mapped.example:{port}/")]
    [InlineData("http://public.example:22/")]
    [InlineData("http://user@127.0.0.1:{port}/")]
    [InlineData("http://example.com@127.0.0.1:{port}/")]
    [InlineData("http://example.com:80@localhost:{port}/")]
    [InlineData("http://127.0.0.1:{port}\\@example.com/")]
    [InlineData("http://１２７.０.０.１:{port}/")]
    [InlineData("http://①②⑦.⓪.⓪.①:{port}/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("file://127.0.0.1/etc/passwd")]
    [InlineData("gopher://127.0.0.1:{port}/_GET%20/")]
    [InlineData("ftp://127.0.0.1:{port}/")]
    [InlineData("dict://127.0.0.1:{port}/")]
    [InlineData("jar:http://127.0.0.1:{port}!/")]
    [InlineData("data:text/html,hello")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//127.0.0.1:{port}/")]
    [InlineData("\\\\127.0.0.1\\share")]
    public async Task FetchAsync_AddressOfAnInnerMachine_RefusedAndNotContacted(string template)
    {
        var address = template.Replace("{port}", $"{Port}", StringComparison.Ordinal);
        using var fetcher = new WebFetcher(Options.Create(new WebOptions { Path = _folder.Path }), TimeProvider.System, ResolveAsync);

        var refused = await Assert.ThrowsAsync<WebFetchException>(() => FetchAsync(fetcher, address));

        Assert.NotEmpty(refused.Message);
        Assert.False(_listener.Pending(), "The listener was contacted.");
    }

    [Fact]
    public async Task FetchAsync_RedirectToAnInnerMachine_RefusedAndNotContacted()
    {
        string[] targets =
        [
            $"http://127.0.0.1:{Port}/", $"http://localhost:{Port}/", $"http://2130706433:{Port}/", $"http://x@127.0.0.1:{Port}/",
            $"//127.0.0.1:{Port}/", "file:///etc/passwd", $"gopher://127.0.0.1:{Port}/", "http://169.254.169.254/",
        ];
        foreach (var (index, target) in targets.Index())
        {
            _site.Page($"/{index}", context =>
            {
                context.Response.StatusCode = StatusCodes.Status302Found;
                context.Response.Headers.Location = target;
                return Task.CompletedTask;
            });
            using var fetcher = _site.Fetcher();

            await Assert.ThrowsAsync<WebFetchException>(() => FetchAsync(fetcher, _site.At($"/{index}")));

            Assert.Contains($"/{index}", _site.Requests);
            Assert.False(_listener.Pending(), $"The listener was contacted by {target}.");
        }
    }

    [Fact]
    public async Task FetchAsync_NameThatChangesBetweenRequests_RefusedAndNotContacted()
    {
        // Good for robots.txt, another machine for the page: every connection is checked by the address that it goes to.
        _site.Page("/robots.txt", context =>
        {
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        var lookUps = 0;
        using var fetcher = _site.Fetcher(resolve: (_, _) =>
            Task.FromResult<IPAddress[]>([++lookUps == 1 ? IPAddress.Parse("127.0.0.2") : IPAddress.Loopback]));

        await Assert.ThrowsAsync<WebFetchException>(() => FetchAsync(fetcher, $"http://rebinding.example:{_site.Address.Port}/page"));

        Assert.Equal(["/robots.txt"], _site.Requests);
        Assert.Equal(2, lookUps);
        Assert.False(_listener.Pending(), "The listener was contacted.");
    }

    [Fact]
    public async Task FetchAsync_NetworkThatIsAllowed_Fetched()
    {
        _site.Page("/", "hello");
        using var fetcher = _site.Fetcher();

        Assert.Equal("hello"u8.ToArray(), (await FetchAsync(fetcher, _site.At("/"))).Body);
    }

    private static async Task<WebDocument> FetchAsync(WebFetcher fetcher, string address) =>
        await fetcher.FetchAsync(AddressPolicy.Parse(address), unchangedSince: null, TestContext.Current.CancellationToken);

    private static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Task.FromResult<IPAddress[]>(host switch
    {
        "metadata.example" => [IPAddress.Parse("169.254.169.254")],
        "one-of-two.example" => [IPAddress.Parse("93.184.216.34"), IPAddress.Loopback],
        "mapped.example" => [IPAddress.Loopback.MapToIPv6()],
        "public.example" => [IPAddress.Parse("93.184.216.34")],
        _ => [IPAddress.Loopback],
    });
}
