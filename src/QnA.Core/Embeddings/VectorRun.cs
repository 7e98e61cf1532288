using QnA.Core.Ingestion;

namespace QnA.Core.Embeddings;

/// <summary>Computes the vectors that are missing in a store, article by article, and commits every few seconds.</summary>
/// <remarks>
/// What was committed is found again by the next run, so one that was killed goes on where it was. An article whose texts the service
/// refuses is left out; a service that fails again and again ends the run.
/// </remarks>
internal sealed class VectorRun(
    IVectorWriter vectors, IArticleWriter writer, ITextEmbedder embedder, TimeProvider time, Action<int, int> report)
{
    // The same rhythm as that of articles.
    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(3);

    // One refused article may be its own fault; three in a row are the service's.
    private const int MaxFailuresInARow = 3;

    private readonly List<PassageTexts> _group = [];
    private long _lastCommit = time.GetTimestamp();
    private int _computed;
    private int _failuresInARow;
    private string? _problem;

    /// <summary>Computes what is missing; a stop throws, with what was computed in the writer.</summary>
    public async Task<VectorSummary> RunAsync(CancellationToken cancellationToken)
    {
        var missing = await vectors.FindWithoutVectorsAsync(embedder.Model, cancellationToken).ConfigureAwait(false);
        var total = missing.Sum(article => article.Passages);
        var waiting = 0;
        foreach (var article in missing)
        {
            _group.Add(await vectors.ReadPassagesAsync(article.ArticleId, cancellationToken).ConfigureAwait(false));
            waiting += article.Passages;
            if (waiting >= embedder.BatchSize)
            {
                await EmbedGroupAsync(total, cancellationToken).ConfigureAwait(false);
                waiting = 0;
            }

            if (_failuresInARow >= MaxFailuresInARow)
            {
                break;
            }
        }

        await EmbedGroupAsync(total, cancellationToken).ConfigureAwait(false);
        return new VectorSummary(_computed, total - _computed, _problem);
    }

    private async Task EmbedGroupAsync(int total, CancellationToken cancellationToken)
    {
        if (_failuresInARow < MaxFailuresInARow && !await TryEmbedAsync(_group, cancellationToken).ConfigureAwait(false) && _group.Count > 1)
        {
            foreach (var article in _group)
            {
                if (_failuresInARow < MaxFailuresInARow)
                {
                    await TryEmbedAsync([article], cancellationToken).ConfigureAwait(false);
                }
            }
        }

        _group.Clear();
        report(_computed, total);
        if (time.GetElapsedTime(_lastCommit) >= CommitInterval)
        {
            await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
            _lastCommit = time.GetTimestamp();
        }
    }

    private async Task<bool> TryEmbedAsync(IReadOnlyList<PassageTexts> articles, CancellationToken cancellationToken)
    {
        var computed = new List<ReadOnlyMemory<float>>();
        try
        {
            foreach (var batch in articles.SelectMany(article => article.Texts).Chunk(embedder.BatchSize))
            {
                computed.AddRange(await embedder.EmbedPassagesAsync(batch, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (EmbeddingException exception)
        {
            _problem ??= exception.Message;
            _failuresInARow += articles.Count == 1 ? 1 : 0;
            return false;
        }

        _failuresInARow = 0;
        var at = 0;
        foreach (var article in articles)
        {
            await vectors.PutVectorsAsync(article, embedder.Model, computed.GetRange(at, article.Texts.Count), cancellationToken).ConfigureAwait(false);
            at += article.Texts.Count;
            _computed += article.Texts.Count;
        }

        return true;
    }
}

/// <summary>What became of the vectors in an ingestion.</summary>
/// <param name="Computed">How many were computed.</param>
/// <param name="Missing">How many passages are still without one; the next ingestion computes them.</param>
/// <param name="Problem">Why some are missing, for people; <see langword="null"/> where none failed.</param>
public sealed record VectorSummary(int Computed, int Missing, string? Problem);
