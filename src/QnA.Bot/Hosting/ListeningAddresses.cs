using Microsoft.Extensions.Options;

namespace QnA.Bot.Hosting;

/// <summary>Where the bot listens: where ASP.NET Core's settings say, else at port 3978, which the Emulator and other tools for bots expect.</summary>
internal static class ListeningAddresses
{
    /// <summary>The address where no setting names one.</summary>
    public const string Default = "http://localhost:3978";

    // "urls" is also ASPNETCORE_URLS and DOTNET_URLS, and the others have the same prefixes.
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    /// <summary>Takes the default address, unless a setting names another.</summary>
    public static void UseDefault(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (Array.TrueForAll(Settings, setting => string.IsNullOrEmpty(configuration[setting])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Default);
        }
    }

    /// <summary>Checks the addresses, of which the server says only that they are wrong.</summary>
    /// <exception cref="OptionsValidationException">One is no address.</exception>
    public static void Check(IConfiguration configuration)
    {
        string[] wrong = [.. (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(address => !IsAddress(address))];
        if (wrong.Length > 0)
        {
            throw new OptionsValidationException("Urls", typeof(string), wrong.Select(address =>
                $"Urls has '{address}'; an address to listen on begins with http:// or https:// and may end in a port, such as http://localhost:3978."));
        }
    }

    private static bool IsAddress(string address)
    {
        try
        {
            return BindingAddress.Parse(address).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
