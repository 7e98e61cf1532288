using System.Net.Http.Headers;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Signs requests with the bot's token, which the Microsoft Authentication Library keeps and renews.</summary>
internal sealed class TokenCredentials(Func<CancellationToken, Task<AuthenticationResult>> acquire) : ServiceClientCredentials
{
    public static TokenCredentials ForSecret(string appId, string secret, string authority, bool validateAuthority, string audience, HttpClient httpClient)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(appId)
            .WithClientSecret(secret)
            .WithAuthority(new Uri(authority), validateAuthority)
            .WithHttpClientFactory(new FixedHttpClient(httpClient));
        var app = (validateAuthority ? builder : builder.WithInstanceDiscovery(false)).Build();
        string[] scopes = [$"{audience.TrimEnd('/')}/.default"];
        return new TokenCredentials(token => app.AcquireTokenForClient(scopes).ExecuteAsync(token));
    }

    public static TokenCredentials ForManagedIdentity(string appId, string audience, HttpClient httpClient)
    {
        var app = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(appId))
            .WithHttpClientFactory(new FixedHttpClient(httpClient))
            .Build();
        return new TokenCredentials(token => app.AcquireTokenForManagedIdentity(audience).ExecuteAsync(token));
    }

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var result = await acquire(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", result.AccessToken);
    }

    private sealed class FixedHttpClient(HttpClient httpClient) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => httpClient;
    }
}
