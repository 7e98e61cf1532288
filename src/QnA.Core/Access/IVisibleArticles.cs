using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Core.Access;

/// <summary>The articles of the store as a reader sees them: an article that is hidden is in no way told from one that is not there.</summary>
/// <remarks>Implementations are safe for concurrent use.</remarks>
public interface IVisibleArticles
{
    /// <summary>See <see cref="IArticleStore.FindAsync"/>.</summary>
    /// <param name="reader">Who looks.</param>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<Article?> FindAsync(Reader reader, string articleId, CancellationToken cancellationToken);

    /// <summary>See <see cref="IArticleStore.ListAsync"/>.</summary>
    /// <param name="reader">Who looks.</param>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<IReadOnlyList<Article>> ListAsync(Reader reader, int limit, CancellationToken cancellationToken);

    /// <summary>See <see cref="IArticleStore.GetStatisticsAsync"/>.</summary>
    /// <param name="reader">Who looks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<ArticleStoreStatistics> GetStatisticsAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>See <see cref="IArticleStore.GetOverviewAsync"/>.</summary>
    /// <param name="reader">Who looks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    ValueTask<ArticleStoreOverview> GetOverviewAsync(Reader reader, CancellationToken cancellationToken);
}
