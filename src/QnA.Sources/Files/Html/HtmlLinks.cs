using System.Collections.Frozen;
using AngleSharp.Dom;

namespace QnA.Sources.Files.Html;

/// <summary>Tells which parts of a page only lead elsewhere, by how much of their text is links.</summary>
/// <remarks>Every node is looked at once. Recursion is as deep as <see cref="HtmlPages"/> allows.</remarks>
internal sealed class HtmlLinks
{
    // A table of contents has page numbers and dots beside its links; an article's paragraph seldom is half of links.
    private const double MostlyLinks = 0.85;

    // Where the page itself calls a part navigation, half is enough.
    private const double NamedLinks = 0.5;

    // Two links may well be the only text of an item that says something.
    private const int MinLinks = 4;

    private static readonly FrozenSet<string> Parts = FrozenSet.ToFrozenSet(["ul", "ol", "dl", "menu", "table", "div", "section", "p", "nav", "aside", "header", "footer"]);

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        [
            "toc", "tocwrapper", "toctree-wrapper", "contents", "table-of-contents", "tableofcontents", "toc-title", "nav", "navbar", "navheader", "navfooter",
            "navigation", "docnav", "breadcrumb", "breadcrumbs", "menu", "mainmenu", "submenu", "sidebar", "sphinxsidebar", "related", "pagination", "pager",
            "header", "footer", "index", "genindex", "indextable", "genindextable", "lot", "list-of-figures", "list-of-tables", "list-of-examples",
            "skip-link", "skiplink", "nosearch", "modindex-jumpbox", "genindex-jumpbox",
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<IElement, Shares> _shares = [];

    private HtmlLinks()
    {
    }

    /// <summary>Gets what knows of no part.</summary>
    public static HtmlLinks None { get; } = new();

    /// <summary>Gets which share of the text is links; 0 to 1.</summary>
    public double Share { get; private set; }

    /// <summary>Looks at a part of a page.</summary>
    /// <param name="root">The part.</param>
    /// <param name="leftOut">Elements that are not looked at.</param>
    public static HtmlLinks Of(INode root, IReadOnlySet<IElement> leftOut)
    {
        var links = new HtmlLinks();
        var all = links.Add(root, inLink: false, leftOut);
        links.Share = all.Letters == 0 ? 0 : (double)all.Linked / all.Letters;
        return links;
    }

    /// <summary>Tells whether a part of the page only leads elsewhere.</summary>
    public bool IsNavigation(IElement element)
    {
        if (element.LocalName == "nav" || element.GetAttribute("role") is "navigation" or "doc-toc" or "doc-index")
        {
            return true;
        }

        if (!_shares.TryGetValue(element, out var shares) || shares.Letters == 0)
        {
            return false;
        }

        var share = (double)shares.Linked / shares.Letters;
        return (share >= NamedLinks && shares.Links > 1 && IsNamed(element)) || (share >= MostlyLinks && shares.Links >= MinLinks);
    }

    private static bool IsNamed(IElement element)
    {
        if (element.Id is { } id && Names.Contains(id))
        {
            return true;
        }

        foreach (var name in element.ClassList)
        {
            if (Names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private Shares Add(INode node, bool inLink, IReadOnlySet<IElement> leftOut)
    {
        var sum = new Shares(0, 0, 0);
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                var letters = CountLetters(text.Data);
                sum = new Shares(sum.Letters + letters, sum.Linked + (inLink ? letters : 0), sum.Links);
            }
            else if (child is IElement element && element.LocalName is not ("script" or "style" or "head" or "template") && !leftOut.Contains(element))
            {
                var isLink = element.LocalName == "a" && element.HasAttribute("href");
                var own = Add(element, inLink || isLink, leftOut);
                sum = new Shares(sum.Letters + own.Letters, sum.Linked + own.Linked, sum.Links + own.Links + (isLink ? 1 : 0));
                if (Parts.Contains(element.LocalName))
                {
                    _shares[element] = own;
                }
            }
        }

        return sum;
    }

    // Numbers, dots and bars part links and are no text of their own.
    private static int CountLetters(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters;
    }

    private readonly record struct Shares(int Letters, int Linked, int Links);
}
