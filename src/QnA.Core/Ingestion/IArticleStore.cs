using QnA.Core.Articles;

namespace QnA.Core.Ingestion;

/// <summary>Where articles are kept, with everything that is needed to find and quote them.</summary>
/// <remarks>Safe for concurrent use: any number of readers, one writer.</remarks>
public interface IArticleStore
{
    /// <summary>Gets where the store is, for people: a path, or an address without secrets.</summary>
    string Location { get; }

    /// <summary>Tells whether there is a store at <see cref="Location"/>, even an empty one; writing makes it.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    ValueTask<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>Finds an article in what was committed.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns><see langword="null"/> where there is no such article.</returns>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    ValueTask<Article?> FindAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>Gets some of the articles that were committed, for people who look around.</summary>
    /// <param name="limit">How many at most; 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>All articles where there are no more than <paramref name="limit"/>; the same ones until the next commit, in no order that means anything.</returns>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    ValueTask<IReadOnlyList<Article>> ListAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Reads every article that was committed, in the ordinal order of their ids' UTF-8 bytes.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The articles as they were at one moment, whatever is written meanwhile; one is in memory at a time.</returns>
    /// <exception cref="ArticleStoreException">The store cannot be read, or an article is not as it was put.</exception>
    IAsyncEnumerable<Article> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Counts what was committed.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    ValueTask<ArticleStoreStatistics> GetStatisticsAsync(CancellationToken cancellationToken);

    /// <summary>Tells what was committed, without reading the articles.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A store that does not keep such knowledge leaves it out; that is also the default.</returns>
    /// <exception cref="ArticleStoreException">The store cannot be read.</exception>
    ValueTask<ArticleStoreOverview> GetOverviewAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new ArticleStoreOverview(Newest: null, []));

    /// <summary>Opens the store for writing.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The only writer, of this process and all others.</returns>
    /// <exception cref="ArticleStoreException">Another writer is open, or the store cannot be written.</exception>
    ValueTask<IArticleWriter> OpenWriterAsync(CancellationToken cancellationToken);
}

/// <summary>How much a store holds.</summary>
/// <param name="Articles">How many articles.</param>
/// <param name="Passages">How many passages.</param>
public sealed record ArticleStoreStatistics(int Articles, int Passages);

/// <summary>What a store holds, in a few words.</summary>
/// <param name="Newest">The latest date of an article; <see langword="null"/> where none has one or it is not known.</param>
/// <param name="Languages">The languages of the articles as ISO 639 codes, in their order; empty where they are not known.</param>
public sealed record ArticleStoreOverview(PublicationDate? Newest, IReadOnlyList<string> Languages);

/// <summary>The writer of an <see cref="IArticleStore"/>.</summary>
/// <remarks>
/// Articles can be put and removed by several threads at once. Nothing is seen by readers, nor kept after a crash, before
/// <see cref="CommitAsync"/>; disposing without it gives up what was not committed.
/// </remarks>
public interface IArticleWriter : IAsyncDisposable
{
    /// <summary>Gets what the store held when the writer was opened, by the articles' ids.</summary>
    IReadOnlyDictionary<string, StoredArticle> Stored { get; }

    /// <summary>Adds an article, or replaces the one with its id.</summary>
    /// <param name="article">The article.</param>
    /// <param name="cancellationToken">Stops the work before the article is touched; an article is never put in part.</param>
    /// <returns>How many passages it has.</returns>
    /// <exception cref="ArticleStoreException">The store cannot be written, for example because the disk is full.</exception>
    ValueTask<int> PutAsync(Article article, CancellationToken cancellationToken);

    /// <summary>Removes an article, if it is there.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Stops the work before the article is touched.</param>
    /// <exception cref="ArticleStoreException">The store cannot be written.</exception>
    ValueTask RemoveAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>Makes everything put and removed so far durable and visible, at once or not at all.</summary>
    /// <param name="cancellationToken">Stops the work before the commit; a commit that has begun is finished.</param>
    /// <exception cref="ArticleStoreException">The store cannot be written; the last commit stays as it was.</exception>
    ValueTask CommitAsync(CancellationToken cancellationToken);
}

/// <summary>What ingestion must know of a stored article without reading it.</summary>
/// <param name="Fingerprint">See <see cref="Article.Fingerprint"/>.</param>
/// <param name="Location">Where its source found it.</param>
public sealed record StoredArticle(string Fingerprint, string Location);
