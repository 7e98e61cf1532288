using Microsoft.Extensions.Logging;

namespace QnA.Core.Ingestion;

/// <summary>Brings a store up to date with its sources: adds, replaces and removes what differs, and nothing else.</summary>
/// <remarks>
/// Commits every few seconds, so that a crash costs seconds of work and never what was committed; the next run completes it. Safe
/// for concurrent use, though a store has one writer at a time.
/// </remarks>
public sealed partial class ArticleIngester
{
    private readonly IArticleStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<ArticleIngester> _logger;

    /// <summary>Creates an ingester.</summary>
    public ArticleIngester(IArticleStore store, TimeProvider time, ILogger<ArticleIngester> logger)
    {
        _store = store;
        _time = time;
        _logger = logger;
    }

    /// <summary>Reads sources and brings the store up to date with them.</summary>
    /// <param name="sources">The sources; an id that two of them use belongs to the first.</param>
    /// <param name="progress">Hears how far the work is, or <see langword="null"/>. Called often, by one thread at a time.</param>
    /// <param name="cancellationToken">Stops the work: what was done is committed, and the summary says that it was stopped.</param>
    /// <exception cref="ArticleStoreException">The store cannot be written; what was committed before stays.</exception>
    public async Task<IngestionSummary> IngestAsync(
        IReadOnlyList<IArticleSource> sources, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var writer = await _store.OpenWriterAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var run = new IngestionRun(writer, _time, progress);
            var cancelled = false;
            try
            {
                await run.MeasureAsync(sources, cancellationToken).ConfigureAwait(false);
                foreach (var source in sources)
                {
                    await run.IngestAsync(source, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                cancelled = true;
            }

            // What was acknowledged to progress is kept, also when the person asked to stop.
            await writer.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            var summary = run.Summarise(cancelled);
            Log.Ingested(_logger, summary.New, summary.Changed, summary.Removed, summary.Failures.Count);
            return summary;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Ingested: {New} new, {Changed} changed, {Removed} removed, {Failed} failed")]
        public static partial void Ingested(ILogger logger, int @new, int changed, int removed, int failed);
    }
}
