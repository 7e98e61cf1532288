using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The bot's app id and credentials from configuration. Safe for use by several threads at once.</summary>
/// <remarks>
/// <c>MicrosoftAppType</c> is <c>MultiTenant</c> (the default), <c>SingleTenant</c> or <c>UserAssignedMSI</c>; <c>MicrosoftAppId</c>
/// is the app id, <c>MicrosoftAppPassword</c> its secret (not for a managed identity) and <c>MicrosoftAppTenantId</c> its tenant
/// (not for MultiTenant). Without any of them the bot has no app id and takes activities without a token.
/// </remarks>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private const string AppIdKey = "MicrosoftAppId";
    private const string PasswordKey = "MicrosoftAppPassword";
    private const string TypeKey = "MicrosoftAppType";
    private const string TenantKey = "MicrosoftAppTenantId";

    private readonly string _appId;
    private readonly string? _password;
    private readonly HttpClient _httpClient;
    private readonly ConcurrentDictionary<(string Audience, string Login, bool Validate), ServiceClientCredentials> _credentials = new();

    /// <summary>Initializes the factory.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="httpClient">Calls the issuer of the tokens; it belongs to the caller.</param>
    /// <param name="logger">Takes what is reported.</param>
    /// <exception cref="InvalidOperationException">The settings are incomplete; the message names the one to set.</exception>
    [SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "The official signature.")]
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The client lives as long as the process.")]
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient? httpClient = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _appId = configuration[AppIdKey] ?? string.Empty;
        _httpClient = httpClient ?? new HttpClient(ConnectorHttp.CreateHandler());
        var password = configuration[PasswordKey];
        var tenant = configuration[TenantKey];
        if (_appId.Length == 0)
        {
            RequireNone(PasswordKey, password);
            RequireNone(TenantKey, tenant);
            return;
        }

        var type = configuration[TypeKey] is { Length: > 0 } value ? value : "MultiTenant";
        switch (type.ToUpperInvariant())
        {
            case "MULTITENANT":
                _password = Require(PasswordKey, password, type);
                break;
            case "SINGLETENANT":
                _password = Require(PasswordKey, password, type);
                Require(TenantKey, tenant, type);
                break;
            case "USERASSIGNEDMSI":
                Require(TenantKey, tenant, type);
                break;
            default:
                throw new InvalidOperationException($"{TypeKey} is '{type}'; it must be MultiTenant, SingleTenant or UserAssignedMSI.");
        }
    }

    /// <inheritdoc/>
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(_appId.Length > 0 && string.Equals(appId, _appId, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(_appId.Length == 0);

    /// <inheritdoc/>
    public override Task<ServiceClientCredentials?> CreateCredentialsAsync(
        string appId, string? audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (_appId.Length == 0)
        {
            return Task.FromResult<ServiceClientCredentials?>(null);
        }

        if (!string.Equals(appId, _appId, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{appId}' is not the app id of this bot.", nameof(appId));
        }

        // One object for each audience, for it keeps the tokens.
        var key = (audience ?? AuthenticationConstants.ToChannelFromBotOAuthScope, loginEndpoint, validateAuthority);
        return Task.FromResult<ServiceClientCredentials?>(_credentials.GetOrAdd(key, Create));
    }

    private TokenCredentials Create((string Audience, string Login, bool Validate) key) => _password is null
        ? TokenCredentials.ForManagedIdentity(_appId, key.Audience, _httpClient)
        : TokenCredentials.ForSecret(_appId, _password, key.Login, key.Validate, key.Audience, _httpClient);

    private static string Require(string key, string? value, string type) => !string.IsNullOrWhiteSpace(value)
        ? value
        : throw new InvalidOperationException($"{key} is missing: an app of type {type} needs it. Set it, or remove {AppIdKey} to run without authentication.");

    private static void RequireNone(string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            throw new InvalidOperationException($"{AppIdKey} is missing although {key} is set: set both, or neither to run without authentication.");
        }
    }
}
