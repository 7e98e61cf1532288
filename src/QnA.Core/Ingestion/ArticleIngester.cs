using Microsoft.Extensions.Logging;
using QnA.Core.Embeddings;

namespace QnA.Core.Ingestion;

/// <summary>Brings a store up to date with its sources: adds, replaces and removes what differs, and nothing else.</summary>
/// <remarks>
/// Commits after three, six, twelve and twenty-four seconds and then every thirty: so much work a crash costs, and never what was committed; the next
/// run completes it. Safe for concurrent use: one ingestion waits for the other, for a store has one writer at a time.
/// </remarks>
public sealed partial class ArticleIngester : IDisposable
{
    private readonly IArticleStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<ArticleIngester> _logger;
    private readonly ITextEmbedder? _embedder;

    // Sources are refreshed beside the folders that are followed, and the store has one writer at a time.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Creates an ingester.</summary>
    /// <param name="store">The store.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    /// <param name="embedder">Makes vectors of passages; <see langword="null"/> where none are wanted.</param>
    public ArticleIngester(IArticleStore store, TimeProvider time, ILogger<ArticleIngester> logger, ITextEmbedder? embedder = null)
    {
        _store = store;
        _time = time;
        _logger = logger;
        _embedder = embedder;
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
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await IngestInTurnAsync(sources, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<IngestionSummary> IngestInTurnAsync(
        IReadOnlyList<IArticleSource> sources, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    {
        var writer = await _store.OpenWriterAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var run = new IngestionRun(writer, _time, progress);
            var cancelled = false;
            VectorSummary? vectors = null;
            try
            {
                await run.MeasureAsync(sources, cancellationToken).ConfigureAwait(false);
                foreach (var source in sources)
                {
                    await run.IngestAsync(source, cancellationToken).ConfigureAwait(false);
                }

                vectors = await EmbedAsync(writer, run, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                cancelled = true;
            }

            // What was acknowledged to progress is kept, also when the person asked to stop.
            await writer.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            var summary = run.Summarise(cancelled) with { Vectors = vectors };
            Log.Ingested(_logger, summary.New, summary.Changed, summary.Removed, summary.Failures.Count);
            return summary;
        }
    }

    // After the articles are committed: they can be found by their words while their vectors are computed, or where that fails.
    private async Task<VectorSummary?> EmbedAsync(IArticleWriter writer, IngestionRun run, CancellationToken cancellationToken)
    {
        if (_embedder is null || writer is not IVectorWriter vectors)
        {
            return null;
        }

        await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
        var summary = await new VectorRun(vectors, writer, _embedder, _time, run.ReportVectors).RunAsync(cancellationToken).ConfigureAwait(false);
        if (summary.Problem is not null)
        {
            Log.VectorsMissing(_logger, summary.Missing, summary.Problem);
        }

        return summary;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Missing} passages have no vector yet: {Problem}")]
        public static partial void VectorsMissing(ILogger logger, int missing, string problem);

        [LoggerMessage(Level = LogLevel.Information, Message = "Ingested: {New} new, {Changed} changed, {Removed} removed, {Failed} failed")]
        public static partial void Ingested(ILogger logger, int @new, int changed, int removed, int failed);
    }
}
