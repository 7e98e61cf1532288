using QnA.Core.Access;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Core.Retrieval;
using QnA.Lucene.Index;
using QnA.Lucene.Retrieval;

namespace QnA.Lucene.Access;

/// <summary>The articles of a Lucene index as a reader sees them.</summary>
internal sealed class LuceneVisibleArticles(LuceneArticleStore store, IArticleAccess access) : IVisibleArticles
{
    private readonly ScopeCache _scopes = new();

    /// <inheritdoc/>
    public async ValueTask<Article?> FindAsync(Reader reader, string articleId, CancellationToken cancellationToken)
    {
        var visibility = await access.OfAsync(reader, cancellationToken).ConfigureAwait(false);
        return await store.FindAsync(articleId, cancellationToken).ConfigureAwait(false) is { } article && visibility.Shows(article) ? article : null;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Article>> ListAsync(Reader reader, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var scope = await ScopeAsync(reader, cancellationToken).ConfigureAwait(false);
        if (scope is null)
        {
            return await store.ListAsync(limit, cancellationToken).ConfigureAwait(false);
        }

        using var lease = store.Acquire();
        return lease is null ? [] : store.Read(() => LuceneArticleStore.List(lease.Searcher, scope).Take(limit).ToList());
    }

    /// <inheritdoc/>
    public async ValueTask<ArticleStoreStatistics> GetStatisticsAsync(Reader reader, CancellationToken cancellationToken)
    {
        var scope = await ScopeAsync(reader, cancellationToken).ConfigureAwait(false);
        return scope is null
            ? await store.GetStatisticsAsync(cancellationToken).ConfigureAwait(false)
            : SummaryOf(scope)?.Statistics ?? new ArticleStoreStatistics(0, 0);
    }

    /// <inheritdoc/>
    public async ValueTask<ArticleStoreOverview> GetOverviewAsync(Reader reader, CancellationToken cancellationToken)
    {
        var scope = await ScopeAsync(reader, cancellationToken).ConfigureAwait(false);
        return scope is null
            ? await store.GetOverviewAsync(cancellationToken).ConfigureAwait(false)
            : SummaryOf(scope)?.Overview ?? new ArticleStoreOverview(Newest: null, []);
    }

    private async ValueTask<ArticleScope?> ScopeAsync(Reader reader, CancellationToken cancellationToken) =>
        _scopes.Get(ArticleFilter.None, await access.OfAsync(reader, cancellationToken).ConfigureAwait(false));

    private ScopeSummary? SummaryOf(ArticleScope scope)
    {
        using var lease = store.Acquire();
        return lease is null ? null : store.Read(() => scope.Summarize(lease.Searcher));
    }
}
