using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace QnA.Bot.Hosting;

/// <summary>Knows the address under which people reach the bot.</summary>
internal sealed class PublicAddress(IOptions<BotOptions> options, IServer server)
{
    private static readonly Uri Fallback = new("http://localhost/");

    /// <summary>Gets the address, with a slash at its end.</summary>
    public Uri Value => TryParse(options.Value.PublicAddress, out var configured) ? configured : Listening();

    /// <summary>Gets the address as the sender of a request sees it: the configured one, else the one that was called.</summary>
    public Uri Of(HttpRequest request) =>
        TryParse(options.Value.PublicAddress, out var configured) || TryParse($"{request.Scheme}://{request.Host}", out configured) ? configured : Listening();

    /// <summary>Reads an absolute http or https address.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text?.TrimEnd('/') + "/", UriKind.Absolute, out address) && address.Scheme is "http" or "https";

    private Uri Listening()
    {
        foreach (var listening in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            // "Any address" is none that a browser can open.
            var reachable = listening.Replace("//+", "//localhost", StringComparison.Ordinal)
                .Replace("//*", "//localhost", StringComparison.Ordinal)
                .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
                .Replace("//[::]", "//localhost", StringComparison.Ordinal);
            if (TryParse(reachable, out var address))
            {
                return address;
            }
        }

        return Fallback;
    }
}
