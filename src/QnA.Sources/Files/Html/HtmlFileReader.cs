using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using QnA.Core.Articles;
using QnA.Sources.Files.Layout;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files.Html;

/// <summary>Reads a web page: its article without menus, advertisements and the like.</summary>
internal sealed class HtmlFileReader : SingleArticleReader
{
    /// <summary>What the reader of web pages needs an address for, where a page names none: links are not followed.</summary>
    private const string NoAddress = "https://page.invalid/";

    private const string LinkedData = "script[type='application/ld+json']";

    /// <summary>
    /// Above this share of links the text of a page without a declared main part is mostly furniture, and what stands out in it has to be
    /// guessed; manuals and books stay under it.
    /// </summary>
    private const double MostLinks = 0.4;

    /// <summary>The guess takes time in the square of how many children an element has; this many steps take about half a second.</summary>
    private const long MostGuessSteps = 4_000_000;

    public override IReadOnlyCollection<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    protected override ContentKind Kind => ContentKind.Html;

    protected override Article Read(FileReadContext file, byte[] bytes, DocumentBudget budget)
    {
        var html = HtmlDecoder.Decode(bytes);
        var page = HtmlPages.Parse(html, budget);
        var url = HtmlMetadata.Url(page);
        var (published, language, author, tags) = (HtmlMetadata.Published(page), HtmlMetadata.Language(page), HtmlMetadata.Author(page), HtmlMetadata.Tags(page));
        var pageTitle = HtmlMetadata.Title(page);
        var (text, found) = Write(page, html, url ?? NoAddress, budget);
        return new Article(file.Id, text.ToString())
        {
            Blocks = text.Blocks.All,
            Title = ArticleFields.OneLine(found?.Title) ?? pageTitle ?? text.FirstHeading ?? FileTitles.FromPath(file.Path),
            Url = url,
            Published = published ?? Day(found?.PublicationDate),
            Language = language,
            Author = author ?? ArticleFields.OneLine(found?.Author),
            Tags = tags,
            Source = file.SourceName,
            Location = file.Path,
        };
    }

    private static (DocumentText Text, SmartReader.Article? Found) Write(IHtmlDocument page, string html, string url, DocumentBudget budget)
    {
        var text = new DocumentText();
        var content = HtmlContent.Of(page);
        var guess = content.Root == page.Body
            && HtmlLinks.Of(content.Root, content.Furniture).Share > MostLinks
            && HtmlPages.CountSiblingSteps(page) <= MostGuessSteps;
        if (guess)
        {
            var (main, found) = FindArticle(page, url);
            if (main is not null)
            {
                new HtmlTextWriter(text).Write(main);
                return (text, found);
            }

            // The page was changed by the guess.
            content = HtmlContent.Of(HtmlPages.Parse(html, budget));
        }

        new HtmlTextWriter(text).Write(content.Root, content.Furniture);
        return (text, guess || page.QuerySelector(LinkedData) is null ? null : FindMetadata(page, url));
    }

    /// <summary>Finds the article of a page; the page is changed by it.</summary>
    private static (IElement? Main, SmartReader.Article? Found) FindArticle(IHtmlDocument page, string url)
    {
        IElement? main = null;
        using var reader = new SmartReader.Reader(url, page);
        reader.AddCustomOperationEnd(element => main = element);
        var found = reader.GetArticle();
        return (found.IsReadable && main is not null && !string.IsNullOrWhiteSpace(main.TextContent) ? main : null, found);
    }

    /// <summary>Finds what a page says about itself as linked data; its text is removed first, so that no time is spent on it.</summary>
    private static SmartReader.Article FindMetadata(IHtmlDocument page, string url)
    {
        foreach (var data in page.Body?.QuerySelectorAll(LinkedData).ToList() ?? [])
        {
            page.Head?.AppendChild(data);
        }

        if (page.Body is { } body)
        {
            body.InnerHtml = "";
        }

        using var reader = new SmartReader.Reader(url, page);
        return reader.GetArticle();
    }

    private static PublicationDate? Day(DateTime? date) =>
        HtmlMetadata.Date(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
