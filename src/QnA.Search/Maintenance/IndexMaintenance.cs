using Lucene.Net.Index;
using Lucene.Net.Store;
using QnA.Core.Ingestion;
using QnA.Search.Index;

namespace QnA.Search.Maintenance;

/// <summary>Checks, mends and compacts the index of a store.</summary>
/// <remarks>Safe for concurrent use; what writes takes the index's writer lock, and is refused where another has it.</remarks>
public sealed class IndexMaintenance
{
    private readonly LuceneArticleStore _store;

    /// <summary>Creates the maintenance of a store.</summary>
    public IndexMaintenance(LuceneArticleStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
    }

    /// <summary>Checks the last commit: the checksum of every file, the hash of every article, the spans of every passage.</summary>
    /// <param name="progress">Hears how many articles were checked, or <see langword="null"/>; called after each.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleStoreException">There is no index, it was made by another version, or its list of segments cannot be read.</exception>
    public Task<IndexCheckReport> CheckAsync(IProgress<int>? progress, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var directory = MappedDirectory.OpenBest(_store.Path);
            var segments = ReadSegments(directory);
            var problems = new List<IndexProblem>();
            var ids = new HashSet<string>(StringComparer.Ordinal);
            var (articles, passages, count) = (0, 0, 0);
            foreach (var segment in segments.Segments)
            {
                var check = new SegmentCheck(directory, segment, ids);
                foreach (var problem in check.Check(() => progress?.Report(articles + check.Articles), cancellationToken))
                {
                    if (count++ < IndexCheckReport.MaxProblems)
                    {
                        problems.Add(problem);
                    }
                }

                articles += check.Articles;
                passages += check.Passages;
            }

            return new IndexCheckReport(articles, passages, problems, count);
        },
        cancellationToken);

    /// <summary>Takes out what a check found damaged, so that the next ingestion reads it again.</summary>
    /// <param name="report">What the check found.</param>
    /// <param name="cancellationToken">Stops the work before something is taken out.</param>
    /// <exception cref="ArticleStoreException">The index is being written by another, or cannot be written.</exception>
    public Task<IndexRepair> RepairAsync(IndexCheckReport report, CancellationToken cancellationToken)
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

                return new IndexRepair(segments, articles.Count);
            },
            cancellationToken);
    }

    /// <summary>Merges the segments into one and drops what was replaced or removed.</summary>
    /// <param name="cancellationToken">Stops the work; the index is then as it was.</param>
    /// <remarks>Needs as much free space on the disk as the index has. Readers go on undisturbed.</remarks>
    /// <exception cref="ArticleStoreException">There is no index, it is being written by another, or it cannot be written.</exception>
    public Task<IndexCompaction> CompactAsync(CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            var (bytes, segments) = Measure();
            var writer = (LuceneArticleWriter)await _store.OpenWriterAsync(cancellationToken).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                writer.Merge(cancellationToken);
            }

            var (bytesAfter, segmentsAfter) = Measure();
            return new IndexCompaction(bytes, bytesAfter, segments, segmentsAfter);
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
