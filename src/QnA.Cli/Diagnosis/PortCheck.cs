using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace QnA.Cli.Diagnosis;

/// <summary>Looks whether the bot could listen on its addresses, or listens there already.</summary>
internal static class PortCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async IAsyncEnumerable<Finding> RunAsync(
        IConfiguration configuration, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var address in AddressesOf(configuration))
        {
            yield return await CheckAsync(address, cancellationToken);
        }
    }

    private static string[] AddressesOf(IConfiguration configuration)
    {
        const StringSplitOptions Options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        if (configuration["urls"] is { Length: > 0 } urls)
        {
            return urls.Split(';', Options);
        }

        return configuration["http_ports"] is { Length: > 0 } ports
            ? [.. ports.Split(';', Options).Select(port => $"http://*:{port}")]
            : ["http://localhost:3978"];
    }

    private static async Task<Finding> CheckAsync(string address, CancellationToken cancellationToken)
    {
        // "Any address" is no host name of an address.
        var plain = address.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
        if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri))
        {
            return new Finding("port", $"Urls has '{address}', which is no address", "Set Urls to an address such as http://localhost:3978.");
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, uri.Port);
            listener.Start();
            return new Finding("port", $"{uri.Port} is free");
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AccessDenied)
        {
            return new Finding("port", $"{uri.Port} may not be used by this user", "Set Urls to a port above 1023, or give the program the right (CAP_NET_BIND_SERVICE).");
        }
        catch (SocketException)
        {
            return await IsBotAsync(uri, cancellationToken)
                ? new Finding("port", $"{uri.Port}: a bot is running there")
                : new Finding("port", $"{uri.Port} is taken by another program", "End that program, or set Urls to another port: Urls=http://localhost:3979.");
        }
    }

    private static async Task<bool> IsBotAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.GetAsync(new UriBuilder(address) { Host = "localhost", Path = "/health/live" }.Uri, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
