using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Authentication of callers and of the bot itself, from configuration. Safe for use by several threads at once.</summary>
/// <remarks>
/// Beside the settings of <see cref="ConfigurationServiceClientCredentialFactory"/> it takes those of other clouds:
/// <c>ChannelService</c>, <c>ToChannelFromBotLoginUrl</c>, <c>ToChannelFromBotOAuthScope</c>, <c>ToBotFromChannelTokenIssuer</c>,
/// <c>ToBotFromChannelOpenIdMetadataUrl</c>, <c>ToBotFromEmulatorOpenIdMetadataUrl</c> and <c>ValidateAuthority</c>; and
/// <c>BotFramework:AllowedHosts</c> and <c>BotFramework:AllowLoopback</c>, which say where activities may be sent.
/// All are checked when the object is made, so make it at start.
/// </remarks>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication, IDisposable
{
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromSeconds(1);

    private readonly CloudSettings _cloud;
    private readonly ServiceUrlPolicy _policy;
    private readonly ServiceClientCredentialsFactory _credentials;
    private readonly HttpClient _issuerClient;
    private readonly HttpClient _connectorClient;
    private readonly OpenIdKeys _channelKeys;
    private readonly OpenIdKeys _emulatorKeys;
    private readonly TokenValidator _validator;

    /// <summary>Initializes the authentication.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="credentialsFactory">Knows the bot's app ids; taken from the settings when null.</param>
    /// <param name="authConfiguration">What is asked of callers beyond a valid token.</param>
    /// <param name="httpClientFactory">
    /// Makes the HTTP clients when it is one of the caller's own; the framework's factory is left aside, for its clients follow
    /// redirects, which may lead to hosts that are not allowed.
    /// </param>
    /// <param name="logger">Takes what is reported.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration, ServiceClientCredentialsFactory? credentialsFactory = null,
        AuthenticationConfiguration? authConfiguration = null, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null)
        : this(configuration, credentialsFactory, authConfiguration, httpClientFactory, logger, TimeProvider.System, FirstRetryDelay)
    {
    }

    internal ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration, ServiceClientCredentialsFactory? credentialsFactory, AuthenticationConfiguration? authConfiguration,
        IHttpClientFactory? httpClientFactory, ILogger? logger, TimeProvider timeProvider, TimeSpan firstRetryDelay)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        logger ??= NullLogger.Instance;
        _cloud = CloudSettings.From(configuration);
        _policy = ServiceUrlPolicy.From(configuration);
        if (httpClientFactory is null or IHttpMessageHandlerFactory)
        {
            _issuerClient = new HttpClient(ConnectorHttp.CreateHandler());
            _connectorClient = ConnectorHttp.CreateClient(ConnectorHttp.CreateHandler(), ConnectorHttp.TotalTimeout, firstRetryDelay);
        }
        else
        {
            _issuerClient = httpClientFactory.CreateClient();
            _connectorClient = httpClientFactory.CreateClient();
        }

        _credentials = credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration, _issuerClient, logger);
        _channelKeys = new OpenIdKeys(_cloud.ChannelMetadataUrl, _issuerClient, timeProvider, logger);
        _emulatorKeys = new OpenIdKeys(_cloud.EmulatorMetadataUrl, _issuerClient, timeProvider, logger);
        _validator = new TokenValidator(_cloud, _credentials, authConfiguration ?? new AuthenticationConfiguration(), _channelKeys, _emulatorKeys);
    }

    /// <inheritdoc/>
    public override string GetOriginatingAudience() => _cloud.OAuthScope;

    /// <inheritdoc/>
    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string? authHeader, CancellationToken cancellationToken) =>
        AuthenticateAsync(authHeader, activity: null, channelId: null, cancellationToken);

    /// <inheritdoc/>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var identity = await AuthenticateAsync(authHeader, activity, activity.ChannelId, cancellationToken);
        if (activity.DeliveryMode != DeliveryModes.ExpectReplies && !_policy.IsAllowed(activity.ServiceUrl))
        {
            throw new ServiceUrlNotAllowedException(activity.ServiceUrl);
        }

        return ResultFor(identity);
    }

    /// <inheritdoc/>
    public override async Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string? authHeader, string? channelIdHeader, CancellationToken cancellationToken) =>
        ResultFor(await AuthenticateAsync(authHeader, activity: null, channelIdHeader, cancellationToken));

    /// <inheritdoc/>
    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        var appId = claimsIdentity.FindFirst(AuthenticationConstants.AudienceClaim)?.Value ?? string.Empty;
        return new SignedConnectorFactory(this, appId);
    }

    /// <summary>Ends the HTTP clients and forgets the keys.</summary>
    public void Dispose()
    {
        _channelKeys.Dispose();
        _emulatorKeys.Dispose();
        _issuerClient.Dispose();
        _connectorClient.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<ClaimsIdentity> AuthenticateAsync(
        string? authHeader, Activity? activity, string? channelId, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(authHeader) && await _credentials.IsAuthenticationDisabledAsync(cancellationToken)
            ? new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType)
            : await _validator.ValidateAsync(authHeader, activity, channelId, cancellationToken);

    private AuthenticateRequestResult ResultFor(ClaimsIdentity identity) => new()
    {
        ClaimsIdentity = identity,
        Audience = _cloud.OAuthScope,
        CallerId = identity.AuthenticationType == AuthenticationConstants.AnonymousAuthType ? null : _cloud.CallerId,
        ConnectorFactory = CreateConnectorFactory(identity),
    };

    private sealed class SignedConnectorFactory(ConfigurationBotFrameworkAuthentication authentication, string appId) : ConnectorFactory
    {
        public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken)
        {
            var cloud = authentication._cloud;
            ServiceClientCredentials? credentials = await authentication._credentials.CreateCredentialsAsync(
                appId, audience ?? cloud.OAuthScope, cloud.LoginUrl, cloud.ValidateAuthority, cancellationToken);
            return Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)
                ? new ConnectorClient(address, credentials, authentication._connectorClient, authentication._policy)
                : throw new ServiceUrlNotAllowedException(serviceUrl);
        }
    }
}
