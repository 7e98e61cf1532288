using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using QnA.Core.Ingestion;

namespace QnA.Sources.Freshness;

/// <summary>Reads the sources of <c>Articles:Sources</c>, brings the index up to date with each, and keeps how it fared.</summary>
/// <remarks>Safe for concurrent use, though an index has one writer at a time.</remarks>
public sealed partial class SourceRefresher
{
    private readonly ArticleIngester _ingester;
    private readonly ArticleSourceFactory _factory;
    private readonly SourceStates _states;
    private readonly IReadOnlyList<SourceOptions> _sources;
    private readonly TimeProvider _time;
    private readonly ILogger<SourceRefresher> _logger;
    private readonly Func<double> _chance;

    /// <summary>Creates a refresher.</summary>
    /// <param name="ingester">Brings the index up to date.</param>
    /// <param name="factory">Makes the sources.</param>
    /// <param name="states">Keeps how they fared.</param>
    /// <param name="options">Names them.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public SourceRefresher(
        ArticleIngester ingester, ArticleSourceFactory factory, SourceStates states, IOptions<FreshnessOptions> options, TimeProvider time, ILogger<SourceRefresher> logger)
        : this(ingester, factory, states, options, time, logger, Random.Shared.NextDouble)
    {
    }

    internal SourceRefresher(
        ArticleIngester ingester, ArticleSourceFactory factory, SourceStates states, IOptions<FreshnessOptions> options, TimeProvider time, ILogger<SourceRefresher> logger,
        Func<double> chance)
    {
        ArgumentNullException.ThrowIfNull(options);
        _ingester = ingester;
        _factory = factory;
        _states = states;
        _sources = [.. options.Value.Sources];
        _time = time;
        _logger = logger;
        _chance = chance;
    }

    /// <summary>Gets every source with how it fared, in the order of the settings.</summary>
    public IReadOnlyList<(SourceOptions Source, SourceState State)> List() => [.. _sources.Select(source => (source, _states.Find(source.Address)))];

    /// <summary>Reads the sources whose time has come.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>When the next one's time comes; <see langword="null"/> where there is no source.</returns>
    public async Task<DateTimeOffset?> RefreshDueAsync(CancellationToken cancellationToken)
    {
        foreach (var (source, state) in List())
        {
            if (state.NextRun is not { } next || next <= _time.GetUtcNow())
            {
                await RefreshAsync(source, cancellationToken).ConfigureAwait(false);
            }
        }

        return _sources.Count == 0 ? null : List().Min(item => item.State.NextRun ?? _time.GetUtcNow());
    }

    /// <summary>Reads a source now.</summary>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Stops the work; the state stays as it was.</param>
    /// <returns>What was done; <see langword="null"/> where the index could not be written, or the server had asked to be left alone for longer: the state tells.</returns>
    public async Task<IngestionSummary?> RefreshAsync(SourceOptions source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        IngestionSummary? summary = null;
        string? problem;
        DateTimeOffset? retryAt = null;
        try
        {
            var read = await ReadSource.ReadAsync(
                _factory.CreateWeb(source.Address, source.Kind, source.Tags, source.KeepVanished), cancellationToken).ConfigureAwait(false);
            if (read.IsWaiting)
            {
                Wait(source, read.RetryAt);
                return null;
            }

            summary = await _ingester.IngestAsync([read], progress: null, cancellationToken).ConfigureAwait(false);
            (problem, retryAt) = (read.Problem, read.RetryAt);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception e)
        {
            // Whatever it was, what was committed still answers, and the source is read again.
            Log.Failed(_logger, e, source.Name, e.Message);
            problem = e.Message;
        }

        cancellationToken.ThrowIfCancellationRequested();
        Keep(source, summary, problem, retryAt);
        _factory.ForgetUnused();
        return summary;
    }

    // Nothing was asked, so nothing is known that was not known before, but when it may be.
    private void Wait(SourceOptions source, DateTimeOffset? retryAt) => Put(
        source,
        _states.Find(source.Address) with { NextRun = RefreshSchedule.Next(_time.GetUtcNow(), TimeSpan.Zero, failuresInARow: 0, _chance(), retryAt) });

    private void Keep(SourceOptions source, IngestionSummary? summary, string? problem, DateTimeOffset? retryAt)
    {
        var (before, now) = (_states.Find(source.Address), _time.GetUtcNow());
        var failures = problem is null ? 0 : before.FailuresInARow + 1;
        var state = before with
        {
            LastRun = now,
            LastSuccess = problem is null ? now : before.LastSuccess,
            NextRun = RefreshSchedule.Next(now, source.Interval, failures, _chance(), retryAt),
            New = summary?.New ?? 0,
            Changed = summary?.Changed ?? 0,
            Unchanged = summary?.Unchanged ?? 0,
            Removed = summary?.Removed ?? 0,
            Failed = summary?.Failures.Count ?? 0,
            LastError = problem ?? summary?.Failures.Select(failure => failure.ToString()).FirstOrDefault(),
            FailuresInARow = failures,
        };
        if (problem is not null)
        {
            Log.NotRead(_logger, source.Name, problem, state.NextRun);
        }

        Put(source, state);
    }

    private void Put(SourceOptions source, SourceState state)
    {
        try
        {
            _states.Put(state);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.NotKept(_logger, e, source.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The source {Name} could not be ingested: {Reason}")]
        public static partial void Failed(ILogger logger, Exception exception, string name, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The source {Name} could not be read: {Reason} It is tried again at {Next}")]
        public static partial void NotRead(ILogger logger, string name, string reason, DateTimeOffset? next);

        [LoggerMessage(Level = LogLevel.Error, Message = "How the source {Name} fared could not be kept; it is read again at once")]
        public static partial void NotKept(ILogger logger, Exception exception, string name);
    }
}
