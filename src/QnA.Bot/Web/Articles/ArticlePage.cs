using System.Globalization;
using System.Text;
using QnA.Bot.Web.Languages;
using QnA.Core.Articles;
using static QnA.Bot.Web.Pages.HtmlText;

namespace QnA.Bot.Web.Articles;

/// <summary>Writes an article as a page of HTML. Everything of the article is encoded: it can show any text and run nothing.</summary>
internal static class ArticlePage
{
    public static string Of(ArticleView view, PageLanguage language)
    {
        var article = view.Article;
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<header class=\"about\">\n<h1 dir=\"auto\"{LanguageOf(article)}>{Encode(article.Title)}</h1>\n");
        body.Append(CultureInfo.InvariantCulture, $"<p dir=\"auto\">{string.Join(" · ", About(article, language))}</p>\n");
        if (view.Marked.Missing)
        {
            body.Append(CultureInfo.InvariantCulture, $"<p class=\"note\" role=\"note\">{Encode(language["article.moved"])}</p>\n");
        }

        body.Append(CultureInfo.InvariantCulture, $"</header>\n<article class=\"text\" dir=\"auto\"{LanguageOf(article)}>");
        AppendText(body, view, language);
        body.Append("</article>\n");
        return Page(article.Title, body.ToString(), language);
    }

    /// <summary>Writes a page that says why there is no article to show.</summary>
    /// <param name="articleId">What was asked for.</param>
    /// <param name="wasQuoted">Whether the address is that of a quote, so that the article was there once.</param>
    /// <param name="language">The page's language.</param>
    public static string Missing(string? articleId, bool wasQuoted, PageLanguage language)
    {
        var kind = wasQuoted ? "gone" : "unknown";
        var title = language[$"article.{kind}.title"];
        var name = string.IsNullOrEmpty(articleId) ? "" : $"<p class=\"id\" dir=\"auto\">{Encode(articleId)}</p>\n";
        return Page(
            title,
            $"<header class=\"about\">\n<h1>{Encode(title)}</h1>\n{name}<p>{Encode(language[$"article.{kind}.text"])}</p>\n"
            + $"<p><a href=\"/\">{Encode(language["article.ask"])}</a></p>\n</header>\n",
            language);
    }

    private static void AppendText(StringBuilder body, ArticleView view, PageLanguage language)
    {
        var anchored = false;
        foreach (var block in view.Blocks)
        {
            // The number of the page is shown by the style sheet, so that it is no part of the text.
            var page = block.Page is { } number
                ? $" data-page=\"{Encode(language["answer.page"].Replace("{page}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))}\""
                : "";
            body.Append(block.IsParagraph ? $"<p dir=\"auto\"{page}>" : "");
            foreach (var piece in block.Pieces)
            {
                var text = piece.Control is { } name ? $"<span class=\"control\" title=\"{name}\">{Encode(piece.Text)}</span>" : Encode(piece.Text);
                if (piece.IsMarked)
                {
                    body.Append(anchored ? "<mark>" : "<mark id=\"quote\">").Append(text).Append("</mark>");
                    anchored = true;
                }
                else
                {
                    body.Append(text);
                }
            }

            body.Append(block.IsParagraph ? "</p>" : "");
        }
    }

    private static IEnumerable<string> About(Article article, PageLanguage language)
    {
        if (article.Published is { } published)
        {
            yield return $"<time datetime=\"{Encode(published.ToString())}\">{Encode(published.ToDisplayString(CultureOf(language)))}</time>";
        }

        if (article.Author is { } author)
        {
            yield return $"<bdi>{Encode(author)}</bdi>";
        }

        if (Uri.TryCreate(article.Url, UriKind.Absolute, out var url))
        {
            yield return $"<a href=\"{Encode(url.AbsoluteUri)}\" rel=\"noopener noreferrer\">{Encode(url.Host)}</a>";
        }

        if (article.TextLanguage is { } tag)
        {
            yield return Encode(NameOf(tag));
        }

        yield return $"<bdi class=\"id\">{Encode(article.Id)}</bdi>";
    }

    private static CultureInfo CultureOf(PageLanguage language) => CultureInfo.GetCultureInfo(language.Tag);

    // In its own words, as readers of that language look for it.
    private static string NameOf(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    private static string LanguageOf(Article article) => article.TextLanguage is { } language ? $" lang=\"{Encode(language)}\"" : "";

    private static string Page(string title, string body, PageLanguage language) =>
        $"""
        <!DOCTYPE html>
        <html lang="{language.Tag}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Encode(title)}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/styles/base.css">
        <link rel="stylesheet" href="/styles/article.css">
        </head>
        <body class="article-page">
        <main>
        {body}</main>
        </body>
        </html>

        """;
}
