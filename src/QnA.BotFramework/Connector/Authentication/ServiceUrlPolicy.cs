using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Which hosts the bot sends activities and tokens to, whatever an activity or a stored reference says.</summary>
/// <remarks>
/// Allowed are https addresses, on the standard port, of the hosts of the Bot Framework and Teams and of those in
/// <c>BotFramework:AllowedHosts</c> (<c>name</c>, <c>*.name</c>, or either with <c>:port</c>). Addresses of this machine are
/// allowed with <c>BotFramework:AllowLoopback</c>, which is on by default only in the environment Development.
/// </remarks>
internal sealed class ServiceUrlPolicy
{
    /// <summary>The configuration key of further hosts.</summary>
    public const string AllowedHostsKey = "BotFramework:AllowedHosts";

    /// <summary>The configuration key for addresses of this machine.</summary>
    public const string AllowLoopbackKey = "BotFramework:AllowLoopback";

    // trafficmanager.net itself belongs to whoever registers a name there.
    private static readonly string[] DefaultHosts =
    [
        "*.botframework.com", "smba.trafficmanager.net", "*.teams.microsoft.com", "*.teams.microsoft.us", "*.botframework.azure.us",
    ];

    private readonly List<HostPattern> _hosts;
    private readonly bool _allowLoopback;

    public ServiceUrlPolicy(IEnumerable<string> furtherHosts, bool allowLoopback)
    {
        _hosts = [.. DefaultHosts.Concat(furtherHosts).Select(HostPattern.Parse)];
        _allowLoopback = allowLoopback;
    }

    public static ServiceUrlPolicy From(IConfiguration configuration)
    {
        var hosts = configuration.GetSection(AllowedHostsKey).GetChildren().Select(c => c.Value).OfType<string>();
        var loopback = configuration[AllowLoopbackKey];
        if (string.IsNullOrEmpty(loopback))
        {
            var environment = configuration["environment"] ?? configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["DOTNET_ENVIRONMENT"];
            return new ServiceUrlPolicy(hosts, string.Equals(environment, "Development", StringComparison.OrdinalIgnoreCase));
        }

        return bool.TryParse(loopback, out var allow)
            ? new ServiceUrlPolicy(hosts, allow)
            : throw new InvalidOperationException($"{AllowLoopbackKey} is '{loopback}'; it must be true or false.");
    }

    public bool IsAllowed(string? serviceUrl) => Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && IsAllowed(address);

    public bool IsAllowed(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0)
        {
            return false;
        }

        if (address.IsLoopback)
        {
            return _allowLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
        }

        return address.Scheme == Uri.UriSchemeHttps
            && address.HostNameType == UriHostNameType.Dns
            && _hosts.Exists(h => h.Matches(address.IdnHost, address.Port));
    }

    /// <summary>Throws <see cref="ServiceUrlNotAllowedException"/> when the host is not allowed.</summary>
    public void EnsureAllowed(Uri address)
    {
        if (!IsAllowed(address))
        {
            throw new ServiceUrlNotAllowedException(address.IsAbsoluteUri ? address.GetLeftPart(UriPartial.Authority) : address.ToString());
        }
    }

    private sealed record HostPattern(string Name, bool WithSubdomains, int Port)
    {
        private const int HttpsPort = 443;

        public static HostPattern Parse(string text)
        {
            var host = text.Trim();
            var port = HttpsPort;
            if (host.LastIndexOf(':') is var colon and > 0)
            {
                if (!int.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > 65535)
                {
                    throw Bad(text, "its port is not a number from 1 to 65535");
                }

                host = host[..colon];
            }

            var withSubdomains = host.StartsWith("*.", StringComparison.Ordinal);
            var name = withSubdomains ? host[2..] : host;
            if (Uri.CheckHostName(name) != UriHostNameType.Dns || name.EndsWith('.'))
            {
                throw Bad(text, "it must be a host name such as bots.example.com or *.example.com, without a scheme or a path");
            }

            if (withSubdomains && (!name.Contains('.', StringComparison.Ordinal) || name.Equals("trafficmanager.net", StringComparison.OrdinalIgnoreCase)))
            {
                throw Bad(text, "anyone can register a name below it; name the host itself");
            }

            return new HostPattern(new IdnMapping().GetAscii(name), withSubdomains, port);
        }

        public bool Matches(string host, int port) => port == Port && (WithSubdomains
            ? host.Length > Name.Length + 1 && host[^(Name.Length + 1)] == '.' && host.EndsWith(Name, StringComparison.OrdinalIgnoreCase)
            : host.Equals(Name, StringComparison.OrdinalIgnoreCase));

        private static InvalidOperationException Bad(string text, string reason) => new($"{AllowedHostsKey} has the entry '{text}': {reason}.");
    }
}

/// <summary>An address to which the bot sends nothing, because its host is not on the allow-list.</summary>
internal sealed class ServiceUrlNotAllowedException(string address) : InvalidOperationException(
    $"Nothing is sent to {address}: its host is not allowed. Add it to {ServiceUrlPolicy.AllowedHostsKey}, or for this machine set {ServiceUrlPolicy.AllowLoopbackKey}.");
