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
    public Task<StoreCheckReport> CheckAsync(IProgress<int>? progress, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var directory = MappedDirectory.OpenBest(_store.Path);
            var segments = ReadSegments(directory);
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
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<StoreRepair> RepairAsync(StoreCheckReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Task.Run(
            async () =>
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
