using System.Text;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Core.Tests.Ingestion;

/// <summary>A store without a disk, with places where a test can look or interfere.</summary>
internal sealed class InMemoryArticleStore : IArticleStore
{
    private volatile IReadOnlyDictionary<string, Article> _committed = new Dictionary<string, Article>(StringComparer.Ordinal);
    private int _writers;

    public string Location => "memory";

    /// <summary>Gets or sets what happens before an article is put.</summary>
    public Func<Article, CancellationToken, ValueTask> BeforePut { get; set; } = (_, _) => ValueTask.CompletedTask;

    /// <summary>Gets how often a writer committed.</summary>
    public int Commits { get; private set; }

    /// <summary>Gets the ids of the committed articles, sorted.</summary>
    public IEnumerable<string> Ids => _committed.Keys.Order(StringComparer.Ordinal);

    public ValueTask<bool> ExistsAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public ValueTask<Article?> FindAsync(string articleId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_committed.GetValueOrDefault(articleId));

    public ValueTask<IReadOnlyList<Article>> ListAsync(int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<Article>>([.. _committed.Values.Take(limit)]);

    public IAsyncEnumerable<Article> ReadAllAsync(CancellationToken cancellationToken) =>
        _committed.Values.OrderBy(a => Convert.ToHexString(Encoding.UTF8.GetBytes(a.Id)), StringComparer.Ordinal).ToAsyncEnumerable();

    public ValueTask<ArticleStoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ArticleStoreStatistics(_committed.Count, _committed.Count));

    public ValueTask<ArticleStoreOverview> GetOverviewAsync(CancellationToken cancellationToken)
    {
        var articles = _committed.Values.ToList();
        var dates = articles.Where(a => a.Published is not null).Select(a => a.Published!.Value).ToList();
        return ValueTask.FromResult(new ArticleStoreOverview(
            dates.Count == 0 ? null : dates.Max(),
            [.. articles.Select(a => a.Language).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }

    public ValueTask<IArticleWriter> OpenWriterAsync(CancellationToken cancellationToken) =>
        Interlocked.CompareExchange(ref _writers, 1, 0) == 0
            ? ValueTask.FromResult<IArticleWriter>(new Writer(this))
            : throw new ArticleStoreException("Another writer is open. Dispose it first.");

    private sealed class Writer : IArticleWriter
    {
        private readonly InMemoryArticleStore _store;
        private readonly Lock _lock = new();
        private readonly Dictionary<string, Article> _articles;

        public Writer(InMemoryArticleStore store)
        {
            _store = store;
            _articles = new Dictionary<string, Article>(store._committed, StringComparer.Ordinal);
            Stored = store._committed.ToDictionary(
                stored => stored.Key,
                stored => new StoredArticle(stored.Value.Fingerprint, stored.Value.Location),
                StringComparer.Ordinal);
        }

        public IReadOnlyDictionary<string, StoredArticle> Stored { get; }

        public async ValueTask<int> PutAsync(Article article, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _store.BeforePut(article, cancellationToken);
            lock (_lock)
            {
                _articles[article.Id] = article;
            }

            return 1;
        }

        public ValueTask RemoveAsync(string articleId, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_lock)
            {
                _articles.Remove(articleId);
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask CommitAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_lock)
            {
                _store._committed = new Dictionary<string, Article>(_articles, StringComparer.Ordinal);
                _store.Commits++;
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref _store._writers, 0);
            return ValueTask.CompletedTask;
        }
    }
}
