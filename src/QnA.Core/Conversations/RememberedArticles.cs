using QnA.Core.Access;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Core.Conversations;

/// <summary>Tells whether what a conversation remembers of articles may still be shown.</summary>
/// <remarks>Safe for concurrent use.</remarks>
public sealed class RememberedArticles
{
    private readonly IVisibleArticles _articles;

    /// <summary>Creates it.</summary>
    /// <param name="articles">The articles as they are now.</param>
    public RememberedArticles(IVisibleArticles articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        _articles = articles;
    }

    /// <summary>Finds the articles that somebody may see now and whose text is as it was.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="remembered">The articles.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Nothing is taken for current while the articles cannot be read.</returns>
    public async Task<IReadOnlySet<RememberedArticle>> FindCurrentAsync(
        Reader reader, IEnumerable<RememberedArticle> remembered, CancellationToken cancellationToken)
    {
        var current = new HashSet<RememberedArticle>();
        try
        {
            foreach (var same in remembered.Distinct().GroupBy(article => article.Id, StringComparer.Ordinal))
            {
                if (await _articles.FindAsync(reader, same.Key, cancellationToken).ConfigureAwait(false) is { } article)
                {
                    current.UnionWith(same.Where(one => one.Version == article.Text.Version));
                }
            }
        }
        catch (ArticleStoreException)
        {
            return new HashSet<RememberedArticle>();
        }

        return current;
    }
}

/// <summary>An article as it was when something of it was shown. Two are equal when they are the same text of the same article.</summary>
/// <remarks>Kept as JSON, so it has only plain properties.</remarks>
public sealed record RememberedArticle
{
    /// <summary>Gets or sets its id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the version of its text.</summary>
    public string Version { get; set; } = "";

    /// <summary>Remembers the article of a quote.</summary>
    /// <param name="quote">The quote.</param>
    public static RememberedArticle Of(Quote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return new RememberedArticle { Id = quote.ArticleId, Version = quote.Version };
    }

    /// <summary>Remembers an article.</summary>
    /// <param name="article">The article.</param>
    public static RememberedArticle Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new RememberedArticle { Id = article.Id, Version = article.Text.Version };
    }
}
