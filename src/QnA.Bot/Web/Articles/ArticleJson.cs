namespace QnA.Bot.Web.Articles;

/// <summary>An article for the chat's side panel: what its page shows, from the same <see cref="ArticleView"/>.</summary>
internal static class ArticleJson
{
    public static IResult Of(ArticleView view)
    {
        var article = view.Article;
        return Results.Json(new ArticleBody(
            article.Id,
            article.Title,
            article.Text.Version,
            article.Published?.ToString(),
            article.Author,
            article.TextLanguage,
            article.Url,
            view.Marked.Missing,
            [.. view.Blocks.Select(block => new BlockBody(block.IsParagraph, block.Page, [.. block.Pieces.Select(p => new PieceBody(p.Text, p.IsMarked, p.Control))]))]));
    }

    private sealed record ArticleBody(
        string Id,
        string Title,
        string Version,
        string? Published,
        string? Author,
        string? Language,
        string? Url,
        bool QuoteMissing,
        IReadOnlyList<BlockBody> Blocks);

    private sealed record BlockBody(bool Paragraph, int? Page, IReadOnlyList<PieceBody> Pieces);

    private sealed record PieceBody(string Text, bool Marked, string? Control);
}
