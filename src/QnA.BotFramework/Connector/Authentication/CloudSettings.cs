using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The issuers and addresses of the cloud that a bot belongs to.</summary>
internal sealed record CloudSettings
{
    /// <summary>The address that stands for the cloud of the US government in <c>ChannelService</c>.</summary>
    public const string GovernmentChannelService = "https://botframework.azure.us";

    public required string ChannelIssuer { get; init; }

    public required string ChannelMetadataUrl { get; init; }

    public required string EmulatorMetadataUrl { get; init; }

    public required string LoginUrl { get; init; }

    public required string OAuthScope { get; init; }

    public required string CallerId { get; init; }

    public required IReadOnlyList<string> EmulatorIssuers { get; init; }

    public required bool ValidateAuthority { get; init; }

    /// <summary>Takes the cloud that <c>ChannelService</c> names, and each setting that overrides a part of it.</summary>
    public static CloudSettings From(IConfiguration configuration)
    {
        var service = configuration["ChannelService"];
        var cloud = string.IsNullOrEmpty(service) ? Public(configuration)
            : string.Equals(service, GovernmentChannelService, StringComparison.OrdinalIgnoreCase) ? Government(configuration)
            : throw new InvalidOperationException(
                $"ChannelService is '{service}'; leave it empty for the public cloud or set it to {GovernmentChannelService}.");
        var validate = configuration["ValidateAuthority"];
        if (!string.IsNullOrEmpty(validate) && !bool.TryParse(validate, out _))
        {
            throw new InvalidOperationException($"ValidateAuthority is '{validate}'; it must be true or false.");
        }

        return cloud with
        {
            ChannelIssuer = Setting(configuration, "ToBotFromChannelTokenIssuer", cloud.ChannelIssuer),
            ChannelMetadataUrl = Setting(configuration, "ToBotFromChannelOpenIdMetadataUrl", cloud.ChannelMetadataUrl),
            EmulatorMetadataUrl = Setting(configuration, "ToBotFromEmulatorOpenIdMetadataUrl", cloud.EmulatorMetadataUrl),
            LoginUrl = Setting(configuration, "ToChannelFromBotLoginUrl", cloud.LoginUrl),
            OAuthScope = Setting(configuration, "ToChannelFromBotOAuthScope", cloud.OAuthScope),
            ValidateAuthority = !string.Equals(validate, bool.FalseString, StringComparison.OrdinalIgnoreCase),
        };
    }

    private static CloudSettings Public(IConfiguration configuration) => new()
    {
        ChannelIssuer = AuthenticationConstants.ToBotFromChannelTokenIssuer,
        ChannelMetadataUrl = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
        EmulatorMetadataUrl = AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
        LoginUrl = LoginOf("https://login.microsoftonline.com", AuthenticationConstants.DefaultChannelAuthTenant, configuration),
        OAuthScope = AuthenticationConstants.ToChannelFromBotOAuthScope,
        CallerId = "urn:botframework:azure",
        EmulatorIssuers = IssuersOf("https://login.microsoftonline.com", EmulatorTenants(configuration)),
        ValidateAuthority = true,
    };

    private static CloudSettings Government(IConfiguration configuration) => new()
    {
        ChannelIssuer = "https://api.botframework.us",
        ChannelMetadataUrl = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        EmulatorMetadataUrl = "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration",
        LoginUrl = LoginOf("https://login.microsoftonline.us", "MicrosoftServices.onmicrosoft.us", configuration),
        OAuthScope = "https://api.botframework.us",
        CallerId = "urn:botframework:azureusgov",
        EmulatorIssuers = IssuersOf("https://login.microsoftonline.us", ["cab8a31a-1906-4287-a0d8-4eef66b95f6e", .. EmulatorTenants(configuration)]),
        ValidateAuthority = true,
    };

    // The two tenants in which the Emulator gets its tokens (Bot Connector authentication: Emulator to bot); a bot of one tenant
    // gets tokens from its own as well.
    private static IEnumerable<string> EmulatorTenants(IConfiguration configuration)
    {
        yield return "d6d49420-f39b-4df7-a1dc-d59a935871db";
        yield return "f8cdef31-a31e-4b4a-93e4-5f571e91255a";
        if (configuration["MicrosoftAppTenantId"] is { Length: > 0 } tenant)
        {
            yield return tenant;
        }
    }

    private static List<string> IssuersOf(string login, IEnumerable<string> tenants) =>
        [.. tenants.SelectMany(t => new[] { $"https://sts.windows.net/{t}/", $"{login}/{t}/v2.0" })];

    private static string LoginOf(string login, string sharedTenant, IConfiguration configuration)
    {
        var tenant = string.Equals(configuration["MicrosoftAppType"], "MultiTenant", StringComparison.OrdinalIgnoreCase)
            ? null
            : configuration["MicrosoftAppTenantId"];
        return $"{login}/{(string.IsNullOrEmpty(tenant) ? sharedTenant : tenant)}";
    }

    private static string Setting(IConfiguration configuration, string key, string fallback) =>
        configuration[key] is { Length: > 0 } value ? value : fallback;
}
