namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The Bot Framework's claims, issuers and addresses (Bot Connector authentication, REST reference).</summary>
public static class AuthenticationConstants
{
    /// <summary>The audience of the bot's tokens for channels.</summary>
    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com";

    /// <summary>The issuer of channels' tokens.</summary>
    public const string ToBotFromChannelTokenIssuer = "https://api.botframework.com";

    /// <summary>Where the keys of channels' tokens are found.</summary>
    public const string ToBotFromChannelOpenIdMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the keys of the Emulator's tokens are found.</summary>
    public const string ToBotFromEmulatorOpenIdMetadataUrl =
        "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";

    /// <summary>Where the bot gets its tokens; the tenant's name or id goes in place of <c>{0}</c>.</summary>
    public const string ToChannelFromBotLoginUrlTemplate = "https://login.microsoftonline.com/{0}";

    /// <summary>The tenant of bots that belong to none.</summary>
    public const string DefaultChannelAuthTenant = "botframework.com";

    /// <summary>The claim that names the audience.</summary>
    public const string AudienceClaim = "aud";

    /// <summary>The claim that names the app, in tokens of version 1.0.</summary>
    public const string AppIdClaim = "appid";

    /// <summary>The claim that names the app, in tokens of version 2.0.</summary>
    public const string AuthorizedParty = "azp";

    /// <summary>The claim that names the token's version.</summary>
    public const string VersionClaim = "ver";

    /// <summary>The claim that names the channel's connector service.</summary>
    public const string ServiceUrlClaim = "serviceurl";

    /// <summary>The authentication type of callers without a token.</summary>
    public const string AnonymousAuthType = "anonymous";
}
