using QnA.Core.Articles;

namespace QnA.Sources.Web;

/// <summary>Adds to an article what its source knows and it does not say itself.</summary>
internal static class ArticleCompletion
{
    /// <summary>Makes the article with an address where it names none, and with the tags of its source before its own.</summary>
    public static Article Completed(this Article article, string url, IReadOnlyList<string> tags) => new(article.Id, article.Text.Value)
    {
        Title = article.Title,
        Url = article.Url ?? url,
        Published = article.Published,
        Language = article.Language,
        Author = article.Author,
        Source = article.Source,
        Location = article.Location,
        Tags = [.. tags.Concat(article.Tags).Distinct(StringComparer.Ordinal)],
        PageStarts = article.PageStarts,
    };
}
