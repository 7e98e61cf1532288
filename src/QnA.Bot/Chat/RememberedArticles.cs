using QnA.Core.Access;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Bot.Chat;

/// <summary>Tells whether what a conversation remembers of articles may still be shown.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class RememberedArticles(IVisibleArticles articles)
{
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
                if (await articles.FindAsync(reader, same.Key, cancellationToken) is { } article)
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

/// <summary>An article as it was when something of it was shown.</summary>
public sealed record RememberedArticle
{
    /// <summary>Gets or sets its id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the version of its text.</summary>
    public string Version { get; set; } = "";

    internal static RememberedArticle Of(Quote quote) => new() { Id = quote.ArticleId, Version = quote.Version };

    internal static RememberedArticle Of(Article article) => new() { Id = article.Id, Version = article.Text.Version };
}
