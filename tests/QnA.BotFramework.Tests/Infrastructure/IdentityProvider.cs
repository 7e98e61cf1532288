using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace QnA.BotFramework.Tests.Infrastructure;

/// <summary>An issuer of tokens on the loopback address: HTTPS with a certificate of its own, keys with endorsements, a token endpoint.</summary>
internal sealed class IdentityProvider : IAsyncDisposable, IHttpClientFactory
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string TenantIssuerV1 = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";
    public const string TenantIssuerV2 = "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0";

    // Keys are dear to make, and no test changes one: all providers share them.
    private static readonly ConcurrentDictionary<string, RSA> KeyPool = new(StringComparer.Ordinal);
    private static readonly Lazy<X509Certificate2> Certificate = new(CreateCertificate);

    private readonly Dictionary<string, (RSA Rsa, string[]? Endorsements)> _keys = new(StringComparer.Ordinal);
    private LoopbackServer _server = null!;
    private int _keyReads;
    private int _tokenRequests;

    public int KeyReads => _keyReads;

    public int TokenRequests => _tokenRequests;

    public bool IsDown { get; set; }

    public string? LastTokenRequest { get; private set; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider();
        provider.AddKey("endorsed", ["emulator", "msteams"]);
        provider.AddKey("bare", endorsements: null);
        provider._server = await LoopbackServer.StartAsync(provider.HandleAsync, options => options.UseHttps(Certificate.Value));
        return provider;
    }

    public void AddKey(string id, string[]? endorsements) => _keys[id] = (KeyOf(id), endorsements);

    /// <summary>Settings of a bot with an app id whose clouds are this provider.</summary>
    public IConfiguration Configuration(params (string Key, string Value)[] further) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = AppId,
            ["MicrosoftAppPassword"] = "secret",
            ["ToBotFromChannelOpenIdMetadataUrl"] = $"{_server.Address}channel",
            ["ToBotFromEmulatorOpenIdMetadataUrl"] = $"{_server.Address}emulator",
            ["ToChannelFromBotLoginUrl"] = $"{_server.Address}tenant",
            ["ValidateAuthority"] = "false",
            ["BotFramework:AllowLoopback"] = "true",
        })
        .AddInMemoryCollection(further.ToDictionary(f => f.Key, f => (string?)f.Value))
        .Build();

    /// <summary>Makes a token as channels do; each part can be changed.</summary>
    public string Token(
        string? serviceUrl, string keyId = "endorsed", string algorithm = SecurityAlgorithms.RsaSha256, string? issuer = "https://api.botframework.com",
        string? audience = AppId, int notBefore = -60, int expires = 3600, Action<Dictionary<string, object>>? claims = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var all = new Dictionary<string, object>(StringComparer.Ordinal);
        if (serviceUrl is not null)
        {
            all["serviceurl"] = serviceUrl;
        }

        claims?.Invoke(all);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = now.AddSeconds(notBefore).UtcDateTime,
            Expires = now.AddSeconds(expires).UtcDateTime,
            Claims = all,
            SigningCredentials = SigningCredentials(keyId, algorithm),
        });
    }

    public HttpClient CreateClient(string name) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == Certificate.Value.Thumbprint },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static RSA KeyOf(string id) => KeyPool.GetOrAdd(id, _ => RSA.Create(2048));

    private static X509Certificate2 CreateCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    private SigningCredentials SigningCredentials(string keyId, string algorithm)
    {
        SecurityKey key = algorithm.StartsWith("HS", StringComparison.Ordinal)
            ? new SymmetricSecurityKey(_keys[keyId].Rsa.ExportSubjectPublicKeyInfo())
            : new RsaSecurityKey(_keys.TryGetValue(keyId, out var known) ? known.Rsa : KeyOf("unknown"));
        key.KeyId = keyId;
        return new SigningCredentials(key, algorithm) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        switch (context.Request.Path.Value)
        {
            case "/channel" or "/emulator":
                await context.Response.WriteAsJsonAsync(new { issuer = "x", jwks_uri = $"{_server.Address}keys" });
                break;
            case "/keys":
                Interlocked.Increment(ref _keyReads);
                await context.Response.WriteAsync(JwksJson());
                break;
            case "/tenant/oauth2/v2.0/token":
                var number = Interlocked.Increment(ref _tokenRequests);
                LastTokenRequest = await new StreamReader(context.Request.Body).ReadToEndAsync();
                await context.Response.WriteAsJsonAsync(new { token_type = "Bearer", expires_in = 3600, access_token = string.Create(CultureInfo.InvariantCulture, $"token-{number}") });
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private string JwksJson()
    {
        var keys = new JsonArray();
        foreach (var (id, (rsa, endorsements)) in _keys)
        {
            var parameters = rsa.ExportParameters(includePrivateParameters: false);
            var key = new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = id,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            };
            if (endorsements is not null)
            {
                key["endorsements"] = JsonSerializer.SerializeToNode(endorsements);
            }

            keys.Add(key);
        }

        return new JsonObject { ["keys"] = keys }.ToJsonString();
    }
}
