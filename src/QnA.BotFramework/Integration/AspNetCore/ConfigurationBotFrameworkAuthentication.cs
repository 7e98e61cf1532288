using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Authentication from configuration.</summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication, IDisposable
{
    private readonly string? _appId;
    private readonly HttpClient _httpClient;

    /// <summary>Initializes the authentication.</summary>
    /// <param name="configuration">The settings, from <c>MicrosoftAppId</c> on.</param>
    /// <param name="httpClientFactory">Makes the HTTP clients.</param>
    /// <param name="logger">Takes what is reported.</param>
    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration, IHttpClientFactory? httpClientFactory = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _appId = configuration["MicrosoftAppId"];
        _httpClient = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
    }

    /// <inheritdoc/>
    public override string GetOriginatingAudience() => AuthenticationConstants.ToChannelFromBotOAuthScope;

    /// <inheritdoc/>
    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(_appId) || !string.IsNullOrEmpty(authHeader))
        {
            throw new UnauthorizedAccessException("The request has no valid token.");
        }

        var identity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
        return Task.FromResult(new AuthenticateRequestResult { ClaimsIdentity = identity, ConnectorFactory = CreateConnectorFactory(identity) });
    }

    /// <inheritdoc/>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string? authHeader, string? channelIdHeader, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new UnsignedConnectorFactory(_httpClient);

    /// <inheritdoc/>
    public void Dispose()
    {
        _httpClient.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class UnsignedConnectorFactory(HttpClient httpClient) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken) =>
            Task.FromResult<IConnectorClient>(new ConnectorClient(new Uri(serviceUrl), credentials: null, httpClient));
    }
}
