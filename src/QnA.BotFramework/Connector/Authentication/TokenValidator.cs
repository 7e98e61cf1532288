using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Validates the tokens of channels and of the Emulator (Bot Connector authentication).</summary>
internal sealed class TokenValidator(
    CloudSettings cloud, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration configuration, OpenIdKeys channelKeys,
    OpenIdKeys emulatorKeys)
{
    private const string Scheme = "Bearer ";

    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Validates the token that came with an activity, or with a request without one.</summary>
    /// <exception cref="UnauthorizedAccessException">The token is missing or not valid; the message says why, for the log.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(string? authorization, Activity? activity, string? channelId, CancellationToken cancellationToken)
    {
        var token = Parse(authorization);
        return cloud.EmulatorIssuers.Contains(token.Issuer, StringComparer.Ordinal)
            ? await ValidateEmulatorAsync(token, cancellationToken)
            : await ValidateChannelAsync(token, activity, channelId, cancellationToken);
    }

    private async Task<ClaimsIdentity> ValidateChannelAsync(
        JsonWebToken token, Activity? activity, string? channelId, CancellationToken cancellationToken)
    {
        var (identity, endorsements) = await ValidateAsync(token, channelKeys, [cloud.ChannelIssuer], cancellationToken);
        foreach (var required in configuration.RequiredEndorsements.Prepend(channelId ?? string.Empty))
        {
            if (!endorsements.Contains(required, StringComparer.Ordinal))
            {
                throw new UnauthorizedAccessException($"The token's key is not endorsed for '{required}'.");
            }
        }

        var serviceUrl = identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        if (string.IsNullOrEmpty(serviceUrl))
        {
            throw new UnauthorizedAccessException("The token has no serviceurl claim.");
        }

        return activity is null || string.Equals(serviceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
            ? identity
            : throw new UnauthorizedAccessException("The token's serviceurl claim is not the activity's serviceUrl.");
    }

    private async Task<ClaimsIdentity> ValidateEmulatorAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var (identity, _) = await ValidateAsync(token, emulatorKeys, cloud.EmulatorIssuers, cancellationToken);
        var version = identity.FindFirst(AuthenticationConstants.VersionClaim)?.Value;
        var appId = version switch
        {
            null or "" or "1.0" => identity.FindFirst(AuthenticationConstants.AppIdClaim)?.Value,
            "2.0" => identity.FindFirst(AuthenticationConstants.AuthorizedParty)?.Value,
            _ => throw new UnauthorizedAccessException($"The token's version '{version}' is not known."),
        };
        return !string.IsNullOrEmpty(appId) && await credentials.IsValidAppIdAsync(appId, cancellationToken)
            ? identity
            : throw new UnauthorizedAccessException("The token was issued to another app.");
    }

    private async Task<(ClaimsIdentity Identity, IReadOnlyList<string> Endorsements)> ValidateAsync(
        JsonWebToken token, OpenIdKeys keys, IEnumerable<string> issuers, CancellationToken cancellationToken)
    {
        var audience = token.Audiences.FirstOrDefault();
        if (string.IsNullOrEmpty(audience) || !await credentials.IsValidAppIdAsync(audience, cancellationToken))
        {
            throw new UnauthorizedAccessException("The token's audience is not this bot.");
        }

        if (string.IsNullOrEmpty(token.Kid) || await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            throw new UnauthorizedAccessException("The token's key is not known.");
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuers = issuers,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            IssuerSigningKey = key.Key,
            ClockSkew = ClockSkew,
            RequireExpirationTime = true,
            RequireSignedTokens = true,
        });
        return result.IsValid
            ? (result.ClaimsIdentity, key.Endorsements)
            : throw new UnauthorizedAccessException($"The token is not valid: {result.Exception.GetType().Name}.", result.Exception);
    }

    private JsonWebToken Parse(string? authorization)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            throw new UnauthorizedAccessException("The request has no token.");
        }

        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnauthorizedAccessException("The Authorization header is not a Bearer token.");
        }

        var text = authorization[Scheme.Length..].Trim();
        try
        {
            return _handler.CanReadToken(text) ? _handler.ReadJsonWebToken(text) : throw new UnauthorizedAccessException("The token is no JSON Web Token.");
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException or System.Text.Json.JsonException)
        {
            throw new UnauthorizedAccessException("The token is no JSON Web Token.", exception);
        }
    }
}
