using System.Net;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Authentication;

/// <summary>Which tokens a bot with an app id accepts, against a real issuer over HTTPS.</summary>
public sealed class TokenMatrixTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Func<IdentityProvider, string, string>> Accepted = new(StringComparer.Ordinal)
    {
        ["valid"] = (p, url) => p.Token(url),
        ["serviceurl in other case"] = (p, url) => p.Token(url.ToUpperInvariant()),
        ["RS384"] = (p, url) => p.Token(url, algorithm: SecurityAlgorithms.RsaSha384),
        ["RS512"] = (p, url) => p.Token(url, algorithm: SecurityAlgorithms.RsaSha512),
        ["expired 4 min ago"] = (p, url) => p.Token(url, notBefore: -3600, expires: -4 * 60),
        ["nbf 4 min ahead"] = (p, url) => p.Token(url, notBefore: 4 * 60),
        ["Emulator v1"] = (p, _) => p.Token(null, issuer: IdentityProvider.TenantIssuerV1, claims: c =>
        {
            c["ver"] = "1.0";
            c["appid"] = IdentityProvider.AppId;
        }),
        ["Emulator v2"] = (p, _) => p.Token(null, keyId: "bare", issuer: IdentityProvider.TenantIssuerV2, claims: c =>
        {
            c["ver"] = "2.0";
            c["azp"] = IdentityProvider.AppId;
        }),
        ["Emulator of the app's own tenant"] = (p, _) => p.Token(null, issuer: "https://login.microsoftonline.com/own-tenant/v2.0", claims: c =>
        {
            c["ver"] = "2.0";
            c["azp"] = IdentityProvider.AppId;
        }),
    };

    private static readonly Dictionary<string, Func<IdentityProvider, string, string?>> Refused = new(StringComparer.Ordinal)
    {
        ["no header"] = (_, _) => null,
        ["Basic"] = (_, _) => "Basic dXNlcjpwYXNz",
        ["Bearer without a token"] = (_, _) => "Bearer ",
        ["garbage"] = (_, _) => "Bearer garbage",
        ["garbage with dots"] = (_, _) => "Bearer a.b.c",
        ["dots alone"] = (_, _) => "Bearer ..",
        ["alg none"] = (p, url) => "Bearer " + Unsigned(p.Token(url)),
        ["signature cut off"] = (p, url) => "Bearer " + p.Token(url)[..^4],
        ["HS256"] = (p, url) => "Bearer " + p.Token(url, algorithm: SecurityAlgorithms.HmacSha256),
        ["PS256"] = (p, url) => "Bearer " + p.Token(url, algorithm: SecurityAlgorithms.RsaSsaPssSha256),
        ["wrong audience"] = (p, url) => "Bearer " + p.Token(url, audience: "99999999-2222-3333-4444-555555555555"),
        ["no audience"] = (p, url) => "Bearer " + p.Token(url, audience: null),
        ["wrong issuer"] = (p, url) => "Bearer " + p.Token(url, issuer: "https://api.botframework.com.evil.example"),
        ["no issuer"] = (p, url) => "Bearer " + p.Token(url, issuer: null),
        ["expired 10 min ago"] = (p, url) => "Bearer " + p.Token(url, notBefore: -3600, expires: -10 * 60),
        ["nbf 10 min ahead"] = (p, url) => "Bearer " + p.Token(url, notBefore: 10 * 60),
        ["serviceurl of another service"] = (p, _) => "Bearer " + p.Token("https://smba.trafficmanager.net/other/"),
        ["serviceurl missing"] = (p, _) => "Bearer " + p.Token(null),
        ["unknown key id"] = (p, url) => "Bearer " + p.Token(url, keyId: "unknown"),
        ["key without endorsements"] = (p, url) => "Bearer " + p.Token(url, keyId: "bare"),
        ["channel not endorsed"] = (p, url) => "Bearer " + p.Token(url, keyId: "other"),
        ["Emulator of another app, v1"] = (p, _) => "Bearer " + p.Token(null, issuer: IdentityProvider.TenantIssuerV1, claims: c =>
        {
            c["ver"] = "1.0";
            c["appid"] = "someone else";
        }),
        ["Emulator of another app, v2"] = (p, _) => "Bearer " + p.Token(null, issuer: IdentityProvider.TenantIssuerV2, claims: c =>
        {
            c["ver"] = "2.0";
            c["azp"] = "someone else";
            c["appid"] = IdentityProvider.AppId;
        }),
        ["Emulator of unknown version"] = (p, _) => "Bearer " + p.Token(null, issuer: IdentityProvider.TenantIssuerV2, claims: c =>
        {
            c["ver"] = "3.0";
            c["azp"] = IdentityProvider.AppId;
        }),
        ["Emulator of another tenant"] = (p, _) => "Bearer " + p.Token(null, issuer: "https://sts.windows.net/another-tenant/", claims: c =>
        {
            c["ver"] = "1.0";
            c["appid"] = IdentityProvider.AppId;
        }),
    };

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private IdentityProvider _provider = null!;
    private ConfigurationBotFrameworkAuthentication _authentication = null!;
    private BotServer _server = null!;

    public static TheoryData<string> AcceptedCases => [.. Accepted.Keys];

    public static TheoryData<string> RefusedCases => [.. Refused.Keys];

    public async ValueTask InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync();
        _provider.AddKey("other", ["webchat"]);
        _authentication = new ConfigurationBotFrameworkAuthentication(
            _provider.Configuration(("MicrosoftAppType", "SingleTenant"), ("MicrosoftAppTenantId", "own-tenant")),
            null, null, _provider, null, _time, TimeSpan.Zero);
        _server = await BotServer.StartAsync(LambdaBot.Echo, new CloudAdapter(_authentication));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _authentication.Dispose();
        await _provider.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(AcceptedCases))]
    public async Task Post_AcceptedToken_IsAnsweredWithTheBotsOwnToken(string name)
    {
        var token = Accepted[name](_provider, _server.Connector.ServiceUrl);

        using var response = await _server.PostAsync(_server.Message(), authorization: "Bearer " + token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Bearer token-1", Assert.Single(_server.Connector.Requests).Authorization);
    }

    [Theory]
    [MemberData(nameof(RefusedCases))]
    public async Task Post_RefusedToken_Is401(string name)
    {
        var authorization = Refused[name](_provider, _server.Connector.ServiceUrl);

        using var response = await _server.PostAsync(_server.Message(), authorization: authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(_server.Connector.Requests);
    }

    [Fact]
    public async Task Post_NoChannelId_Is401()
    {
        var message = _server.Message();
        message.Remove("channelId");

        using var response = await _server.PostAsync(message, authorization: "Bearer " + _provider.Token(_server.Connector.ServiceUrl));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Post_ManyMessages_ReadTheKeysAndTheBotsTokenOnce()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync("endorsed"));
        }

        Assert.Equal(1, _provider.KeyReads);
        Assert.Equal(1, _provider.TokenRequests);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", _provider.LastTokenRequest, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", _provider.LastTokenRequest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AfterAKeyRollover_ReadsTheKeysAgain()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync("endorsed"));
        _provider.AddKey("new", ["emulator"]);

        Assert.Equal(HttpStatusCode.OK, await PostAsync("new"));
        Assert.Equal(2, _provider.KeyReads);
    }

    [Fact]
    public async Task Post_UnknownKeyIds_RefreshOnceInFiveMinutes()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync("endorsed"));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync($"unknown-{i}"));
        }

        Assert.Equal(2, _provider.KeyReads);
        _provider.AddKey("new", ["emulator"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("new"));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("new"));
        Assert.Equal(3, _provider.KeyReads);
    }

    [Fact]
    public async Task Post_ADayLater_ReadsTheKeysAgainAndKeepsThemWhenTheIssuerIsDown()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync("endorsed"));
        _time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("endorsed"));
        Assert.Equal(2, _provider.KeyReads);

        _provider.IsDown = true;
        _time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.OK, await PostAsync("endorsed"));
    }

    [Fact]
    public async Task Post_IssuerDownFromTheStart_Is401UntilItIsBack()
    {
        _provider.IsDown = true;
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("endorsed"));
        _provider.IsDown = false;
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(HttpStatusCode.OK, await PostAsync("endorsed"));
    }

    private static string Unsigned(string token) =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"endorsed"}""")}.{token.Split('.')[1]}.";

    private async Task<HttpStatusCode> PostAsync(string keyId)
    {
        using var response = await _server.PostAsync(
            _server.Message(), authorization: "Bearer " + _provider.Token(_server.Connector.ServiceUrl, keyId));
        return response.StatusCode;
    }
}
