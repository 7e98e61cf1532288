using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QnA.Core.Answers;

namespace QnA.Models.Caching;

/// <summary>Keeps for a while what models wrote, where <see cref="AnswerOptions.Cache"/> allows it.</summary>
/// <remarks>A cache that fails is a cache that has nothing. Safe for concurrent use.</remarks>
internal sealed partial class ModelCache(HybridCache cache, IOptionsMonitor<AnswerOptions> options, ILogger<ModelCache> logger)
{
    private static readonly HybridCacheEntryOptions ReadOnly = new()
    {
        Flags = HybridCacheEntryFlags.DisableUnderlyingData | HybridCacheEntryFlags.DisableLocalCacheWrite | HybridCacheEntryFlags.DisableDistributedCacheWrite,
    };

    /// <summary>Finds what was kept.</summary>
    /// <returns><see langword="null"/> where there is nothing.</returns>
    public async ValueTask<byte[]?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (!options.CurrentValue.Cache)
        {
            return null;
        }

        try
        {
            return await cache.GetOrCreateAsync<byte[]?>(
                key, static _ => ValueTask.FromResult<byte[]?>(null), ReadOnly, tags: null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception);
            return null;
        }
    }

    /// <summary>Keeps a value for <see cref="AnswerOptions.CacheLifetime"/>.</summary>
    public async ValueTask StoreAsync(string key, byte[] value, CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        if (!settings.Cache)
        {
            return;
        }

        try
        {
            var lifetime = new HybridCacheEntryOptions { Expiration = settings.CacheLifetime, LocalCacheExpiration = settings.CacheLifetime };
            await cache.SetAsync(key, value, lifetime, tags: null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The cache of answers failed; answers are made without it")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
