using QnA.Core.Articles;

namespace QnA.Core.Retrieval;

/// <summary>Which of the articles that a search found are copies of one text, and which other articles are copies of them.</summary>
/// <remarks>
/// A copy has the same text but for a cut, another head, a byline or light editing; what it says of a number or a name may still differ.
/// Copies of copies are copies. Immutable and safe for concurrent use.
/// </remarks>
public sealed class ArticleCopies
{
    private readonly Dictionary<string, IReadOnlyList<Article>> _groups;

    /// <summary>Creates the groups of pairs.</summary>
    /// <param name="pairs">Articles of which one is a copy of the other; in any order, repeated or not.</param>
    public ArticleCopies(IEnumerable<(Article One, Article Other)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var groups = new Dictionary<string, List<Article>>(StringComparer.Ordinal);
        foreach (var (one, other) in pairs)
        {
            var first = GroupOf(groups, one);
            var second = GroupOf(groups, other);
            if (!ReferenceEquals(first, second))
            {
                first.AddRange(second);
                second.ForEach(article => groups[article.Id] = first);
            }
        }

        _groups = groups.ToDictionary(
            group => group.Key,
            group => (IReadOnlyList<Article>)[.. group.Value.OrderBy(article => article.Id, StringComparer.Ordinal)],
            StringComparer.Ordinal);
    }

    /// <summary>Gets the groups where no article has a copy.</summary>
    public static ArticleCopies None { get; } = new([]);

    /// <summary>Gets what all copies of one text have in common: the id of the first of them.</summary>
    /// <param name="articleId">The id of an article.</param>
    /// <returns>The id itself where the article has no copy.</returns>
    public string KeyOf(string articleId) => _groups.TryGetValue(articleId, out var group) ? group[0].Id : articleId;

    /// <summary>Tells whether two articles are copies of one text; an article is a copy of itself.</summary>
    public bool AreCopies(string oneId, string otherId) => KeyOf(oneId) == KeyOf(otherId);

    /// <summary>Gets the copies of an article, without itself, in the order of their ids.</summary>
    public IEnumerable<Article> Of(string articleId) =>
        _groups.TryGetValue(articleId, out var group) ? group.Where(article => article.Id != articleId) : [];

    private static List<Article> GroupOf(Dictionary<string, List<Article>> groups, Article article)
    {
        if (!groups.TryGetValue(article.Id, out var group))
        {
            groups[article.Id] = group = [article];
        }

        return group;
    }
}
