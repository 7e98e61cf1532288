using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Knows the bot's app ids and makes the credentials with which it calls channels.</summary>
public abstract class ServiceClientCredentialsFactory
{
    /// <summary>Tells whether an app id is the bot's.</summary>
    /// <param name="appId">The app id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it is.</returns>
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    /// <summary>Tells whether the bot has no app id, so that callers without a token are let in.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it has none.</returns>
    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    /// <summary>Makes credentials.</summary>
    /// <param name="appId">The app id.</param>
    /// <param name="audience">The audience of the tokens.</param>
    /// <param name="loginEndpoint">Where the tokens are issued, with the tenant.</param>
    /// <param name="validateAuthority">Whether it is checked that this place is one of Microsoft's.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The credentials; null when the bot has no app id.</returns>
    public abstract Task<ServiceClientCredentials?> CreateCredentialsAsync(
        string appId, string? audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}

/// <summary>What is asked of callers beyond a valid token.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Gets or sets endorsements that a channel's key must have beside the channel's own.</summary>
    public string[] RequiredEndorsements { get; set; } = [];
}
