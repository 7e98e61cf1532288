using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace QnA.Sources.Files.Html;

/// <summary>What is to be read of a page.</summary>
/// <param name="Root">The part that holds it.</param>
/// <param name="Furniture">Elements in that part that no article consists of.</param>
internal sealed record HtmlContent(INode Root, IReadOnlySet<IElement> Furniture)
{
    private const string Frame = "nav, aside, [role='navigation'], [role='banner'], [role='contentinfo'], [role='search'], body > header, body > footer, form";

    /// <summary>Finds the part of a page that says it is the main one, else the body without what the page says is furniture.</summary>
    /// <remarks>Reading a page so takes time in proportion to its length.</remarks>
    public static HtmlContent Of(IHtmlDocument page)
    {
        INode root = page.QuerySelector("main, [role='main']") ?? OnlyArticle(page) ?? page.Body ?? (INode)page;
        return new HtmlContent(root, page.QuerySelectorAll(Frame).ToHashSet());
    }

    private static IElement? OnlyArticle(IHtmlDocument page) =>
        page.QuerySelectorAll("article") is { Length: 1 } articles ? articles[0] : null;
}
