using System.Globalization;
using System.Runtime.CompilerServices;
using QnA.Core.Articles;

namespace QnA.Core.Ingestion;

/// <summary>The counts and the memory of one ingestion.</summary>
/// <remarks>One source is read at a time, by one thread at a time; its changed articles are written by as many as there are cores.</remarks>
internal sealed class IngestionRun(IArticleWriter writer, TimeProvider time, IProgress<IngestionProgress>? progress)
{
    // Often enough to ask while it runs, and that a crash costs little; seldom enough to cost little: each commit makes segments that are merged later.
    private static readonly TimeSpan ShortestCommitInterval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestCommitInterval = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, (string Location, int? Line)> _seen = new(StringComparer.Ordinal);
    private readonly List<ArticleFailure> _failures = [];
    private readonly List<string> _emptySources = [];
    private readonly long _started = time.GetTimestamp();
    private long _lastCommit = time.GetTimestamp();
    private long _bytesTotal;
    private long _bytesRead;
    private int _read;
    private int _new;
    private int _changed;
    private int _unchanged;
    private int _removed;
    private int _passages;

    public async Task MeasureAsync(IReadOnlyList<IArticleSource> sources, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            _bytesTotal += await source.MeasureGuardedAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task IngestAsync(IArticleSource source, CancellationToken cancellationToken)
    {
        var failedLocations = new HashSet<string?>(StringComparer.Ordinal);
        var readBefore = _read;
        var parallel = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(ReadDifferingAsync(source, failedLocations, cancellationToken), parallel, WriteAsync).ConfigureAwait(false);

        if (_read == readBefore)
        {
            _emptySources.Add(source.Name);
        }

        // A source that could not be read as a whole may still have everything: removing would lose it.
        if (source.ListsAll && !failedLocations.Contains(null))
        {
            await RemoveVanishedAsync(source, failedLocations, cancellationToken).ConfigureAwait(false);
        }

        Report();
    }

    public IngestionSummary Summarise(bool cancelled) => new()
    {
        New = _new,
        Changed = _changed,
        Unchanged = _unchanged,
        Removed = _removed,
        Passages = _passages,
        Failures = _failures,
        EmptySources = _emptySources,
        Cancelled = cancelled,
        Elapsed = time.GetElapsedTime(_started),
    };

    /// <summary>Reports how many vectors are computed.</summary>
    public void ReportVectors(int computed, int total) => progress?.Report(Progress() with { Vectors = computed, VectorsTotal = total });

    private async IAsyncEnumerable<Article> ReadDifferingAsync(
        IArticleSource source, HashSet<string?> failedLocations, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in source.ReadGuardedAsync(cancellationToken).ConfigureAwait(false))
        {
            _bytesRead += item.Bytes;
            _read++;
            var failure = item is ReadArticle read ? Check(source, read) : ((FailedArticle)item).Failure;
            if (failure is not null)
            {
                _failures.Add(failure);
                if (item is not FailedArticle { IsGone: true })
                {
                    failedLocations.Add(failure.Location);
                }
            }
            else if (item is ReadArticle { Article: var article, Line: var line }
                && _seen.TryAdd(article.Id, (article.Location, line))
                && Differs(article))
            {
                yield return article;
            }

            Report();
            await CommitNowAndThenAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private ArticleFailure? Check(IArticleSource source, ReadArticle read)
    {
        var (article, line) = (read.Article, read.Line);
        if (string.IsNullOrWhiteSpace(article.Text.Value))
        {
            return Failure("The article has no text.");
        }

        if (article.Id.Length > Article.MaxIdLength)
        {
            return Failure(string.Create(
                CultureInfo.InvariantCulture, $"The id has {article.Id.Length} characters; at most {Article.MaxIdLength} are allowed."));
        }

        // The same place reached twice (a folder and a file in it) is one article, not two.
        if (_seen.TryGetValue(article.Id, out var first) && first != (article.Location, line))
        {
            return Failure(string.Create(
                CultureInfo.InvariantCulture,
                $"The id '{article.Id}' is used twice; first in {first.Location}{(first.Line is { } l ? $":{l}" : "")}. Give one of them another id."));
        }

        return writer.Stored.TryGetValue(article.Id, out var stored)
            && stored.Location != article.Location
            && !source.Covers(stored.Location)
            && !source.IsGone(stored.Location)
                ? Failure(
                    $"The id '{article.Id}' belongs to {stored.Location} in this index. Give one of them another id, or use another index.")
                : null;

        ArticleFailure Failure(string reason) => new(source.Name, article.Location, line, reason);
    }

    private bool Differs(Article article)
    {
        var differs = !writer.Stored.TryGetValue(article.Id, out var stored) || stored.Fingerprint != article.Fingerprint;
        if (!differs)
        {
            _unchanged++;
        }

        return differs;
    }

    private async ValueTask WriteAsync(Article article, CancellationToken cancellationToken)
    {
        var passages = await writer.PutAsync(article, cancellationToken).ConfigureAwait(false);
        Interlocked.Add(ref _passages, passages);

        // Counted only now: what was read but not written when the person asked to stop is not done.
        if (writer.Stored.ContainsKey(article.Id))
        {
            Interlocked.Increment(ref _changed);
        }
        else
        {
            Interlocked.Increment(ref _new);
        }
    }

    private async Task RemoveVanishedAsync(
        IArticleSource source, HashSet<string?> failedLocations, CancellationToken cancellationToken)
    {
        foreach (var (id, stored) in writer.Stored)
        {
            // An article whose file could not be read today is kept: it did not vanish.
            if (!_seen.ContainsKey(id) && !failedLocations.Contains(stored.Location) && source.Covers(stored.Location))
            {
                await writer.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
                _removed++;
            }
        }
    }

    private async ValueTask CommitNowAndThenAsync(CancellationToken cancellationToken)
    {
        // As long as it took until the last commit.
        var interval = time.GetElapsedTime(_started, _lastCommit);
        interval = interval < ShortestCommitInterval ? ShortestCommitInterval : interval > LongestCommitInterval ? LongestCommitInterval : interval;
        if (time.GetElapsedTime(_lastCommit) >= interval)
        {
            await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
            _lastCommit = time.GetTimestamp();
        }
    }

    private void Report() => progress?.Report(Progress());

    private IngestionProgress Progress() => new(
        _read, Volatile.Read(ref _passages), _bytesRead, _bytesTotal, time.GetElapsedTime(_started));
}
