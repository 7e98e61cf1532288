using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files.Html;

/// <summary>Parses HTML that nobody vouches for; scripts are not run and nothing is fetched.</summary>
internal static class HtmlPages
{
    /// <summary>As deep as Chromium builds a page before it flattens the rest (blink, HTMLConstructionSite).</summary>
    private const int MaxDepth = 512;

    /// <summary>As many as a page tree holds in about 200 MB.</summary>
    private const int MaxElements = 500_000;

    // HTML Living Standard, section 13.1.2: elements without an end tag, and those whose end tag may be left out.
    private static readonly FrozenSet<string> Unclosed = FrozenSet.ToFrozenSet(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rp", "rt",
    ]);

    /// <summary>Parses a page.</summary>
    /// <exception cref="ArticleFormatException">It is nested too deeply or has too many elements.</exception>
    public static IHtmlDocument Parse(string html, DocumentBudget budget)
    {
        var (open, elements) = (0, 0);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            // Seen before the tree is built: building a deep tree takes time in the square of its depth.
            OnToken = (token, _) =>
            {
                open = Count(token, open);
                if (open > MaxDepth)
                {
                    throw TooDeep(budget);
                }

                budget.Check();
            },
            OnCreated = (_, _) =>
            {
                if (++elements > MaxElements)
                {
                    throw budget.Exceed(string.Create(CultureInfo.InvariantCulture, $"The page has more than {MaxElements:N0} elements. Split it."));
                }
            },
        });
        var document = parser.ParseDocument(html);
        CheckTree(document, budget);
        budget.Check();
        return document;
    }

    private static int Count(HtmlToken token, int open)
    {
        if (token is not HtmlTagToken tag || tag.IsSelfClosing || Unclosed.Contains(tag.Name))
        {
            return open;
        }

        return token.Type == HtmlTokenType.StartTag ? open + 1 : Math.Max(0, open - 1);
    }

    /// <summary>Counts the steps that walking from sibling to sibling takes in a page, where each is found by its place among its siblings.</summary>
    public static long CountSiblingSteps(INode node)
    {
        var steps = (long)node.ChildNodes.Length * node.ChildNodes.Length;
        foreach (var child in node.ChildNodes)
        {
            steps += CountSiblingSteps(child);
        }

        return steps;
    }

    // By child lists, not from sibling to sibling: a sibling is found by searching its parent's whole list.
    private static void CheckTree(INode node, DocumentBudget budget, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            throw TooDeep(budget);
        }

        foreach (var child in node.ChildNodes)
        {
            CheckTree(child, budget, depth + 1);
        }
    }

    private static ArticleFormatException TooDeep(DocumentBudget budget) =>
        budget.Exceed($"The page is nested more than {MaxDepth} deep. Simplify it.");
}
