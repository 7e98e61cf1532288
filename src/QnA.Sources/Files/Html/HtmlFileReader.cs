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

    /// <summary>What no article consists of, for pages in which none stands out.</summary>
    private const string Furniture = "nav, aside, [role='navigation'], [role='banner'], [role='contentinfo'], [role='search'], body > header, body > footer, form";

    public override IReadOnlyCollection<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    protected override ContentKind Kind => ContentKind.Html;

    protected override Article Read(FileReadContext file, byte[] bytes, DocumentBudget budget)
    {
        var html = HtmlDecoder.Decode(bytes);
        var page = HtmlPages.Parse(html, budget);
        var url = HtmlMetadata.Url(page);
        var (published, language, author, tags) = (HtmlMetadata.Published(page), HtmlMetadata.Language(page), HtmlMetadata.Author(page), HtmlMetadata.Tags(page));
        var pageTitle = HtmlMetadata.Title(page);
        var (main, found) = FindArticle(page, url ?? NoAddress);
        var text = new DocumentText();
        new HtmlTextWriter(text).Write(main ?? WithoutFurniture(HtmlPages.Parse(html, budget)));
        return new Article(file.Id, text.ToString())
        {
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

    /// <summary>Finds the article of a page; the page is changed by it.</summary>
    private static (IElement? Main, SmartReader.Article? Found) FindArticle(IHtmlDocument page, string url)
    {
        IElement? main = null;
        using var reader = new SmartReader.Reader(url, page);
        reader.AddCustomOperationEnd(element => main = element);
        var found = reader.GetArticle();
        return (found.IsReadable && main is not null && !string.IsNullOrWhiteSpace(main.TextContent) ? main : null, found);
    }

    private static INode WithoutFurniture(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll(Furniture).ToList())
        {
            element.Remove();
        }

        return page.QuerySelector("main, [role='main']") ?? page.Body ?? (INode)page;
    }

    private static PublicationDate? Day(DateTime? date) =>
        HtmlMetadata.Date(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
