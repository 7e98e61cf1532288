using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The keys of an issuer, kept for a day and read again when a token names a key that is not among them.</summary>
/// <remarks>Safe for use by several threads at once. When the issuer cannot be reached, the keys at hand stay in use.</remarks>
internal sealed partial class OpenIdKeys(string metadataUrl, HttpClient httpClient, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    /// <summary>How long keys are used; the documentation of Bot Connector authentication asks for at least one refresh a day.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>How often unknown keys may cause a refresh at most, so that forged tokens cannot make the bot flood the issuer.</summary>
    private static readonly TimeSpan MinimumRefreshInterval = TimeSpan.FromMinutes(5);

    /// <summary>How often the first read is repeated at most while it fails.</summary>
    private static readonly TimeSpan MinimumFirstReadInterval = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private Keys? _keys;
    private DateTimeOffset _nextAttempt = DateTimeOffset.MinValue;

    /// <summary>Gets the key with an id.</summary>
    /// <returns>The key and the channels it is endorsed for; null when the issuer has no such key.</returns>
    /// <exception cref="UnauthorizedAccessException">The issuer's keys could never be read.</exception>
    public async Task<(SecurityKey Key, IReadOnlyList<string> Endorsements)?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var keys = _keys;
        if (keys is null || timeProvider.GetUtcNow() - keys.ReadAt > Lifetime || !keys.ById.ContainsKey(keyId))
        {
            keys = await RefreshAsync(keyId, cancellationToken);
        }

        return keys is null ? throw new UnauthorizedAccessException($"The keys at {metadataUrl} cannot be read.")
            : keys.ById.TryGetValue(keyId, out var key) ? (key, EndorsementsOf(key))
            : null;
    }

    public void Dispose() => _refreshing.Dispose();

    private async Task<Keys?> RefreshAsync(string keyId, CancellationToken cancellationToken)
    {
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            var now = timeProvider.GetUtcNow();
            var isFresh = _keys is { } keys && now - keys.ReadAt <= Lifetime && keys.ById.ContainsKey(keyId);
            if (isFresh || now < _nextAttempt)
            {
                return _keys;
            }

            _nextAttempt = now + (_keys is null ? MinimumFirstReadInterval : MinimumRefreshInterval);
            var retriever = new HttpDocumentRetriever(httpClient) { RequireHttps = true };
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, retriever, cancellationToken);
            var byId = configuration.JsonWebKeySet?.Keys.Where(k => !string.IsNullOrEmpty(k.KeyId))
                .GroupBy(k => k.KeyId, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal) ?? [];
            if (byId.Count > 0)
            {
                var isFirst = _keys is null;
                _keys = new Keys(byId, now);
                if (isFirst)
                {
                    // Keys may roll over right after the start: the first unknown key is always looked up.
                    _nextAttempt = now;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // Whatever is wrong with the issuer, no token may pass that cannot be checked, and those that can be still pass.
            Log.RefreshFailed(logger, metadataUrl, exception);
        }
        finally
        {
            _refreshing.Release();
        }

        return _keys;
    }

    private static List<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value)
            ? value switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } array =>
                    [.. array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)],
                IEnumerable<object> list => [.. list.OfType<string>()],
                _ => [],
            }
            : [];

    private sealed record Keys(Dictionary<string, JsonWebKey> ById, DateTimeOffset ReadAt);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The token keys at {Url} could not be read; the keys at hand stay in use.")]
        public static partial void RefreshFailed(ILogger logger, string url, Exception exception);
    }
}
