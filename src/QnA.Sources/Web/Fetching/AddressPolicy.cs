using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace QnA.Sources.Web.Fetching;

/// <summary>Decides what may be asked for at all, and which machines may be connected to.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
internal sealed class AddressPolicy(WebOptions options)
{
    // IANA IPv4 Special-Purpose Address Registry, and multicast (RFC 5771): everything that is not the public Internet.
    private static readonly IPNetwork[] NotPublic4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    // RFC 4291, section 2.4: the addresses that are given out. NAT64, mapped, unique-local, link-local and multicast lie outside.
    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    // IANA IPv6 Special-Purpose Address Registry, as far as it lies inside: protocols, documentation, 6to4.
    private static readonly IPNetwork[] NotPublic6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    // Metadata services that have a public address: Azure's wire server.
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("168.63.129.16")];

    // Where web servers listen; the rest are other services, which must not be spoken to in a stranger's name.
    private static readonly int[] Ports = [80, 443, 8080, 8443];

    private readonly IPNetwork[] _allowed = Networks([.. options.AllowedNetworks]);

    /// <summary>Reads an address that is to be fetched.</summary>
    /// <exception cref="WebFetchException">It is no http or https address, or one that is not fetched.</exception>
    public static Uri Parse(string address)
    {
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri))
        {
            throw new WebFetchException("That is no address. Give one that begins with https:// or http://.");
        }

        CheckForm(uri);
        return uri.Fragment.Length == 0 ? uri : new UriBuilder(uri) { Fragment = "" }.Uri;
    }

    /// <summary>Checks everything about an address that can be seen without looking its name up.</summary>
    /// <exception cref="WebFetchException">It is not fetched.</exception>
    public void Check(Uri uri)
    {
        CheckForm(uri);
        if (IPAddress.TryParse(uri.DnsSafeHost, out var literal))
        {
            Check(uri.DnsSafeHost, uri.Port, [literal]);
        }
    }

    /// <summary>Checks the machines that a name stands for, at the moment of connecting.</summary>
    /// <param name="host">The name, for the message.</param>
    /// <param name="port">The port.</param>
    /// <param name="addresses">What it stands for; one that is not allowed refuses them all.</param>
    /// <exception cref="WebFetchException">One of them may not be connected to.</exception>
    public void Check(string host, int port, IReadOnlyCollection<IPAddress> addresses)
    {
        if (addresses.Count == 0)
        {
            throw new WebFetchException($"There is no host {host}. Check the address.");
        }

        foreach (var address in addresses)
        {
            if (IsAllowed(address))
            {
                continue;
            }

            // The address itself is not told: a stranger who adds a page would learn a map of the network from it.
            if (!IsPublic(address))
            {
                throw new WebFetchException(
                    $"{host} is not on the public Internet, so it is not fetched. If it is a server of your intranet, add its network to {WebOptions.AllowedNetworksSetting}.");
            }

            if (!Ports.Contains(port))
            {
                throw new WebFetchException(string.Create(
                    CultureInfo.InvariantCulture, $"Port {port} is not one of web servers ({string.Join(", ", Ports)}), so it is not fetched."));
            }
        }
    }

    private static void CheckForm(Uri uri)
    {
        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new WebFetchException($"Addresses of the kind {uri.Scheme}: are not fetched; only https: and http: are.");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new WebFetchException("An address with a user name or password is not fetched. Leave out what stands before the @.");
        }

        if (uri.Host.Length == 0)
        {
            throw new WebFetchException("The address names no host.");
        }
    }

    private static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(NotPublic4, network => network.Contains(address)) && !Metadata.Contains(address),
        AddressFamily.InterNetworkV6 => Public6.Contains(WithoutScope(address)) && !Array.Exists(NotPublic6, network => network.Contains(WithoutScope(address))),
        _ => false,
    };

    private static IPAddress WithoutScope(IPAddress address) => new(address.GetAddressBytes());

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(IPNetwork.Parse)];

    private bool IsAllowed(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : WithoutScope(address);
        return Array.Exists(_allowed, network => network.Contains(plain));
    }
}
