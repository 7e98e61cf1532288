using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using QnA.Core.Ingestion;
using QnA.Lucene.Index;

namespace QnA.Lucene.Maintenance;

/// <summary>Checks, mends and compacts the index of a store: its segments are the parts.</summary>
/// <remarks>Safe for concurrent use; what writes takes the index's writer lock, and is refused where another has it.</remarks>
public sealed class IndexMaintenance : IStoreMaintenance
{
    private readonly LuceneArticleStore _store;

    /// <summary>Creates the maintenance of a store.</summary>
    public IndexMaintenance(LuceneArticleStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
    }

    /// <inheritdoc/>
    public Task<StoreCheckReport> CheckAsync(IProgress<int>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => Inspect(progress, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task WaitForDamageAsync(CancellationToken cancellationToken) => _store.WaitForDamageAsync(cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Where taking out less does not mend it, the whole index is moved beside its directory; readers of the store find none then.</remarks>
    public Task<StoreRepair> RepairAsync(StoreCheckReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Task.Run(
            async () =>
            {
                try
                {
                    if (report.IsUnreadable)
                    {
                        DropPointer();
                    }

                    if (_store.Exists)
                    {
                        var repair = report.IsUnreadable ? new StoreRepair(0, 0) : await TakeOutAsync(report, cancellationToken).ConfigureAwait(false);
                        if (Inspect(progress: null, cancellationToken).IsSound)
                        {
                            return repair;
                        }
                    }
                }
                catch (ArticleStoreException exception) when (exception.IsDamage)
                {
                    // Then nothing less helps than to set it aside.
                }
                finally
                {
                    _store.Reopen();
                }

                return new StoreRepair(0, 0, SetAside());
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<StoreCompaction> CompactAsync(CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            var (bytes, segments) = Measure();
            var writer = (LuceneArticleWriter)await _store.OpenWriterAsync(cancellationToken).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                writer.Merge(cancellationToken);
            }

            var (bytesAfter, segmentsAfter) = Measure();
            return new StoreCompaction(bytes, bytesAfter, segments, segmentsAfter);
        },
        cancellationToken);

    private (long Bytes, int Segments) Measure()
    {
        using var directory = MappedDirectory.OpenBest(_store.Path);
        var segments = ReadSegments(directory).Count;
        return (new DirectoryInfo(_store.Path).EnumerateFiles().Sum(file => file.Length), segments);
    }

    private StoreCheckReport Inspect(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var directory = MappedDirectory.OpenBest(_store.Path);
        SegmentInfos segments;
        try
        {
            segments = ReadSegments(directory);
        }
        catch (ArticleStoreException exception) when (exception.IsDamage)
        {
            var list = new StoreProblem("list", null, null, "no segment can be read, because their list or what describes one of them is damaged.");
            return new StoreCheckReport(0, 0, [list], 1, IsUnreadable: true);
        }

        var problems = new List<StoreProblem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var (articles, passages, count) = (0, 0, 0);
        foreach (var segment in segments.Segments)
        {
            var check = new SegmentCheck(directory, segment, ids);
            foreach (var problem in check.Check(() => progress?.Report(articles + check.Articles), cancellationToken))
            {
                if (count++ < StoreCheckReport.MaxProblems)
                {
                    problems.Add(problem);
                }
            }

            articles += check.Articles;
            passages += check.Passages;
        }

        return new StoreCheckReport(articles, passages, problems, count);
    }

    private async Task<StoreRepair> TakeOutAsync(StoreCheckReport report, CancellationToken cancellationToken)
    {
        var segments = report.Problems.Any(problem => problem.ArticleId is null) ? TakeOutSegments(cancellationToken) : 0;
        var articles = report.Problems.Select(problem => problem.ArticleId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var writer = await _store.OpenWriterAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            articles.RemoveAll(id => !writer.Stored.ContainsKey(id));
            foreach (var id in articles)
            {
                await writer.RemoveAsync(id, cancellationToken).ConfigureAwait(false);
            }

            await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return new StoreRepair(segments, articles.Count);
    }

    // Lucene finds the last commit without the file that names it.
    private void DropPointer() => IndexErrors.Explain("written", _store.Path, () =>
    {
        using var writerLock = WriterLock.Take(_store.Path);
        File.Delete(Path.Combine(_store.Path, IndexFileNames.SEGMENTS_GEN));
    });

    // Moved and not deleted: it may hold articles whose source is gone, and what is left of them can be of use to somebody.
    private string SetAside() => IndexErrors.Explain("written", _store.Path, () =>
    {
        using var writerLock = WriterLock.Take(_store.Path);
        var name = string.Create(CultureInfo.InvariantCulture, $"{_store.Path}.damaged-{_store.Time.GetUtcNow():yyyyMMdd-HHmmss}");
        var target = name;
        for (var number = 2; System.IO.Directory.Exists(target); number++)
        {
            target = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        System.IO.Directory.CreateDirectory(target);
        foreach (var file in new DirectoryInfo(_store.Path).EnumerateFiles().Where(file => file.Name != WriterLock.FileName).ToList())
        {
            file.MoveTo(Path.Combine(target, file.Name));
        }

        _store.Reopen();
        return target;
    });

    private SegmentInfos ReadSegments(FSDirectory directory) => IndexErrors.Explain("read", _store.Path, () =>
    {
        if (!System.IO.Directory.Exists(_store.Path) || !DirectoryReader.IndexExists(directory))
        {
            throw new ArticleStoreException($"There is no index at {_store.Path}. Make one with qna ingest PATH, or name another with --index DIR.");
        }

        var segments = new SegmentInfos();
        segments.Read(directory);
        IndexFormat.Check(segments.UserData, _store.Path);
        return segments;
    });

    private int TakeOutSegments(CancellationToken cancellationToken)
    {
        using var writerLock = WriterLock.Take(_store.Path);
        using var directory = MappedDirectory.OpenBest(_store.Path);
        return IndexErrors.Explain("written", _store.Path, () =>
        {
            var check = new CheckIndex(directory);
            var status = check.DoCheckIndex();
            cancellationToken.ThrowIfCancellationRequested();
            if (!status.Clean)
            {
                check.FixIndex(status);
            }

            return status.NumBadSegments;
        });
    }
}
