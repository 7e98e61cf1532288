using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Proves who sends an activity, and makes connector clients that prove who the bot is.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <summary>Initializes the authentication.</summary>
    protected BotFrameworkAuthentication()
    {
    }

    /// <summary>Validates the token that came with an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="authHeader">The request's Authorization header; empty when it had none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Who sent the activity.</returns>
    /// <exception cref="UnauthorizedAccessException">The token is missing or not valid.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string? authHeader, CancellationToken cancellationToken);

    /// <summary>Validates the token of a streaming connection.</summary>
    /// <param name="authHeader">The request's Authorization header; empty when it had none.</param>
    /// <param name="channelIdHeader">The channel's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Who connects.</returns>
    /// <exception cref="UnauthorizedAccessException">The token is missing or not valid.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string? authHeader, string? channelIdHeader, CancellationToken cancellationToken);

    /// <summary>Makes a factory of connector clients for a caller.</summary>
    /// <param name="claimsIdentity">The caller's claims.</param>
    /// <returns>The factory.</returns>
    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    /// <summary>Gets the audience of the tokens that the bot sends of its own accord.</summary>
    /// <returns>The audience.</returns>
    public virtual string GetOriginatingAudience() => throw new NotSupportedException($"{GetType().Name} has no originating audience.");

    /// <summary>Validates the token of a request that carries no activity.</summary>
    /// <param name="authHeader">The request's Authorization header; empty when it had none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The caller's claims.</returns>
    /// <exception cref="UnauthorizedAccessException">The token is missing or not valid.</exception>
    public virtual Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string? authHeader, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} authenticates only requests that carry an activity.");
}

/// <summary>Who sent an activity, and how to answer.</summary>
public class AuthenticateRequestResult
{
    /// <summary>Gets or sets the audience of the tokens of the answer.</summary>
    public string? Audience { get; set; }

    /// <summary>Gets or sets the sender's claims.</summary>
    public ClaimsIdentity ClaimsIdentity { get; set; } = null!;

    /// <summary>Gets or sets who called: a channel, or another bot.</summary>
    public string? CallerId { get; set; }

    /// <summary>Gets or sets the factory of the connector client with which to answer.</summary>
    public ConnectorFactory ConnectorFactory { get; set; } = null!;
}

/// <summary>Makes connector clients.</summary>
public abstract class ConnectorFactory
{
    /// <summary>Initializes the factory.</summary>
    protected ConnectorFactory()
    {
    }

    /// <summary>Makes a connector client for a service.</summary>
    /// <param name="serviceUrl">The service's base address.</param>
    /// <param name="audience">The audience of the tokens.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The client.</returns>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken);
}
