using Microsoft.AspNetCore.Mvc;
using QnA.Bot.Web.Languages;
using QnA.Bot.Web.Pages;
using QnA.Core.Access;

namespace QnA.Bot.Web.Articles;

/// <summary>The addresses at which people read an article with a quote marked: as a page, and with <c>format=json</c> for the chat's side panel.</summary>
/// <remarks>A browser proves nothing about who reads, so there are only articles here that everyone may read.</remarks>
internal static class ArticleEndpoints
{
    public static void MapArticlePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/articles/{**id}", ShowAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context,
        [FromServices] IVisibleArticles articles,
        [FromServices] PageLanguages languages,
        [AsParameters] ArticleRequest request,
        CancellationToken cancellationToken)
    {
        var language = languages.Of(context.Request);
        context.Response.Headers.Vary = "Accept-Language";
        PageSecurity.AllowPage(context.Response);
        var article = string.IsNullOrEmpty(request.ArticleId) ? null : await articles.FindAsync(Reader.Anonymous, request.ArticleId, cancellationToken);
        if (article is null)
        {
            return Missing(request, language);
        }

        var tag = ArticleTag.Of(article, language);
        context.Response.GetTypedHeaders().ETag = tag;
        if (ArticleTag.IsKnown(context.Request, tag))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var view = ArticleView.Of(article, MarkedSpan.Find(article, request.Start, request.End, request.Version));
        return request.IsJson ? ArticleJson.Of(view) : Html(ArticlePage.Of(view, language));
    }

    private static IResult Missing(ArticleRequest request, PageLanguage language)
    {
        // Only the address of a quote names a version, and quotes are of articles that were there.
        var wasQuoted = request.Version is { Length: > 0 } && !string.IsNullOrEmpty(request.ArticleId);
        var status = wasQuoted ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
        return request.IsJson
            ? Results.Json(new { error = language[wasQuoted ? "article.gone.text" : "article.unknown.text"] }, statusCode: status)
            : Html(ArticlePage.Missing(request.ArticleId, wasQuoted, language), status);
    }

    private static IResult Html(string page, int status = StatusCodes.Status200OK) =>
        Results.Content(page, "text/html; charset=utf-8", statusCode: status);

    /// <summary>What an address asks for.</summary>
    /// <param name="Id">The article's id as part of the path.</param>
    /// <param name="QueryId">The id where a path cannot hold it.</param>
    /// <param name="Start">The first UTF-16 code unit of the quote.</param>
    /// <param name="End">The UTF-16 code unit after its last.</param>
    /// <param name="Version">The version of the text that the offsets are of.</param>
    /// <param name="Format"><c>json</c>, or nothing for a page.</param>
    private sealed record ArticleRequest(
        string? Id, [property: FromQuery(Name = "id")] string? QueryId, int? Start, int? End, string? Version, string? Format)
    {
        public string? ArticleId => string.IsNullOrEmpty(Id) ? QueryId : Id;

        public bool IsJson => Format == "json";
    }
}
