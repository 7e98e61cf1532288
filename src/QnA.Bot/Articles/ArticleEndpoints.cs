using Microsoft.AspNetCore.Mvc;
using QnA.Core.Articles;
using QnA.Core.Ingestion;

namespace QnA.Bot.Articles;

/// <summary>The pages on which people read an article that has no address of its own, with a quote marked.</summary>
internal static class ArticleEndpoints
{
    public static void MapArticlePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/articles/{**id}", ShowAsync);
    }

    private static async Task ShowAsync(
        HttpContext context,
        [FromServices] IArticleStore store,
        string? id,
        [FromQuery(Name = "id")] string? queryId,
        int? start,
        int? end,
        string? version,
        CancellationToken cancellationToken)
    {
        var articleId = id ?? queryId;
        var article = string.IsNullOrEmpty(articleId) ? null : await store.FindAsync(articleId, cancellationToken);
        context.Response.StatusCode = article is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = ArticlePage.ContentSecurityPolicy;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        await context.Response.WriteAsync(
            article is null ? ArticlePage.NotFound(articleId) : ArticlePage.Of(article, Find(article, start, end, version)), cancellationToken);
    }

    private static MarkedSpan Find(Article article, int? start, int? end, string? version)
    {
        if (start is null && end is null)
        {
            return MarkedSpan.None;
        }

        // Offsets of another version would mark other words.
        var known = version is null || version == article.Text.Version;
        return known && start >= 0 && end >= start && article.Text.TryCut(new TextSpan(start.Value, end.Value), out _)
            ? new MarkedSpan(new TextSpan(start.Value, end.Value), Missing: false)
            : new MarkedSpan(Span: null, Missing: true);
    }
}

/// <summary>What is marked on a page.</summary>
/// <param name="Span">The words, or <see langword="null"/> for none.</param>
/// <param name="Missing">Whether words were asked for that this version of the article does not have at that place.</param>
internal readonly record struct MarkedSpan(TextSpan? Span, bool Missing)
{
    public static MarkedSpan None { get; }
}
