using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Microsoft.Extensions.Options;
using QnA.Answering.Analysis;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Lucene.Analysis;
using QnA.Lucene.Retrieval;
using QnA.Text.Detection;
using Lock = System.Threading.Lock;

namespace QnA.Lucene.Index;

/// <summary>Keeps articles in a Lucene index on disk: texts, passages and metadata in one directory, committed as one.</summary>
/// <remarks>
/// Readers see what was committed, at most <see cref="RefreshInterval"/> old, and go on undisturbed while a writer of this process or
/// another one commits. Safe for concurrent use.
/// </remarks>
public sealed class LuceneArticleStore : IArticleStore, IDisposable
{
    /// <summary>How old what a reader sees may be: short enough that nobody waits for a new article, long enough to cost nothing.</summary>
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(250);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly LanguageAnalyses _analyses = new(static language => new LuceneStemmer(language));
    private readonly TextLanguages _textLanguages;
    private FSDirectory? _directory;
    private SearcherManager? _searchers;
    private long _refreshed;
    private volatile TaskCompletionSource _damaged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _disposed;

    /// <summary>Creates a store; nothing is opened before it is used.</summary>
    /// <param name="options">Says where the index is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="languages">Says which languages articles may be in that do not say theirs; <see langword="null"/> for all that are known.</param>
    /// <param name="detector">Tells languages apart where script and frequent words do not; <see langword="null"/> where there is none.</param>
    public LuceneArticleStore(
        IOptions<IndexOptions> options, TimeProvider time, IOptions<LanguageOptions>? languages = null, ILanguageDetector? detector = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Path = System.IO.Path.GetFullPath(options.Value.Path);
        _time = time;
        _textLanguages = new TextLanguages(languages?.Value.Languages ?? [], detector);
    }

    /// <summary>Gets the full path of the index.</summary>
    public string Path { get; }

    /// <summary>Gets whether there is an index at <see cref="Path"/>.</summary>
    public bool Exists => System.IO.Directory.Exists(Path) && Read(() => DirectoryReader.IndexExists(OpenDirectory()));

    /// <inheritdoc/>
    string IArticleStore.Location => Path;

    /// <inheritdoc/>
    ValueTask<bool> IArticleStore.ExistsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Exists);
    }

    /// <inheritdoc/>
    public ValueTask<Article?> FindAsync(string articleId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(articleId);
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = Acquire();
        return ValueTask.FromResult(lease is null ? null : Read(() => ArticleDocument.Find(lease.Searcher.IndexReader, articleId)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Article>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = Acquire();
        return ValueTask.FromResult<IReadOnlyList<Article>>(
            lease is null ? [] : Read(() => List(lease.Searcher, scope: null).Take(limit).ToList()));
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Article> ReadAllAsync(CancellationToken cancellationToken) => ArticlesInOrder.ReadAsync(this, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ArticleStoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = Acquire();
        return ValueTask.FromResult(lease?.Statistics ?? new ArticleStoreStatistics(0, 0));
    }

    /// <inheritdoc/>
    public ValueTask<ArticleStoreOverview> GetOverviewAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = Acquire();
        return ValueTask.FromResult(new ArticleStoreOverview(lease?.Searcher.Newest, lease?.Searcher.Languages ?? []));
    }

    /// <inheritdoc/>
    public ValueTask<IArticleWriter> OpenWriterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IArticleWriter>(IndexErrors.Explain("written", Path, () =>
        {
            System.IO.Directory.CreateDirectory(Path);
            return LuceneArticleWriter.Open(OpenDirectory(), _analyses, _textLanguages, Path, RefreshNow);
        }));
    }

    /// <summary>Closes the index; running searches must have ended.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _searchers?.Dispose();
            _searchers = null;
            _directory?.Dispose();
            _directory = null;
        }

        _analyses.Dispose();
    }

    /// <summary>Borrows a view of what was committed last; <see langword="null"/> where nothing was yet.</summary>
    internal SearcherLease? Acquire() => Read(() =>
    {
        while (true)
        {
            var searchers = OpenSearchers();
            if (searchers is null)
            {
                return null;
            }

            try
            {
                if (_time.GetElapsedTime(Volatile.Read(ref _refreshed)) >= RefreshInterval)
                {
                    Refresh(searchers);
                }

                return new SearcherLease(searchers);
            }
            catch (ObjectDisposedException) when (searchers != _searchers && !_disposed)
            {
                // They were closed by a repair between the two steps.
            }
        }
    });

    /// <summary>Waits until damage is met, or no longer.</summary>
    internal Task WaitForDamageAsync(CancellationToken cancellationToken) => _damaged.Task.WaitAsync(cancellationToken);

    /// <summary>Gets the clock.</summary>
    internal TimeProvider Time => _time;

    /// <summary>Reads from the index, and says in people's words what went wrong with it.</summary>
    /// <exception cref="ArticleStoreException">It failed for a reason that people can mend.</exception>
    internal T Read<T>(Func<T> action)
    {
        try
        {
            return IndexErrors.Explain("read", Path, action);
        }
        catch (ArticleStoreException exception) when (exception.IsDamage)
        {
            _damaged.TrySetResult();
            throw;
        }
    }

    /// <summary>Forgets what is open, once other files stand under the same names: the next reader opens them.</summary>
    internal void Reopen()
    {
        lock (_gate)
        {
            _searchers?.Dispose();
            _searchers = null;
            if (_damaged.Task.IsCompleted)
            {
                _damaged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    /// <summary>Gets the analyses of articles and questions.</summary>
    internal LanguageAnalyses Analyses => _analyses;

    /// <summary>Reads the articles of a view of the index, all or those of a scope.</summary>
    internal static IEnumerable<Article> List(IndexSearcher searcher, ArticleScope? scope)
    {
        foreach (var leaf in searcher.IndexReader.Leaves)
        {
            var reader = leaf.AtomicReader;
            var live = reader.LiveDocs;
            var withId = reader.GetDocsWithField(IndexFields.Id);
            var scoped = scope?.BitsOf(leaf);
            for (var document = 0; document < reader.MaxDoc; document++)
            {
                if (withId?.Get(document) == true && live?.Get(document) != false && scoped?.Get(document) != false)
                {
                    yield return ArticleDocument.Read(reader, document);
                }
            }
        }
    }

    private FSDirectory OpenDirectory()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _directory ??= MappedDirectory.OpenBest(Path);
        }
    }

    private SearcherManager? OpenSearchers()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_searchers is null && System.IO.Directory.Exists(Path) && DirectoryReader.IndexExists(OpenDirectory()))
            {
                _searchers = OpenFirst();
                _refreshed = _time.GetTimestamp();
            }

            return _searchers;
        }
    }

    private SearcherManager? OpenFirst()
    {
        SearcherManager searchers;
        try
        {
            searchers = new SearcherManager(OpenDirectory(), new PassageSearcherFactory());
        }
        catch (IOException) when (WriterLock.IsTaken(Path))
        {
            // The very first commit is being written: its file is there but not yet whole, and there is none before it.
            return null;
        }

        try
        {
            CheckFormat(searchers);
            return searchers;
        }
        catch
        {
            searchers.Dispose();
            throw;
        }
    }

    private void CheckFormat(SearcherManager searchers)
    {
        var searcher = searchers.Acquire();
        try
        {
            IndexFormat.Check(((DirectoryReader)searcher.IndexReader).IndexCommit.UserData, Path);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    private void Refresh(SearcherManager searchers)
    {
        if (searchers.MaybeRefresh())
        {
            Volatile.Write(ref _refreshed, _time.GetTimestamp());
        }
    }

    private void RefreshNow()
    {
        if (OpenSearchers() is { } searchers)
        {
            searchers.MaybeRefreshBlocking();
        }
    }
}
