using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using QnA.Sources.Files.Layout;

namespace QnA.Sources.Files.Html;

/// <summary>Writes a part of a page as a reader sees it.</summary>
/// <remarks>
/// Headings and paragraphs are set apart; list items (<c>- </c>, <c>1. </c>) and table rows (<c>a | b</c>) have a line each. Marks
/// that lead to notes are left out, as is what is not shown. Recursion is as deep as <see cref="HtmlPages"/> allows.
/// </remarks>
internal sealed class HtmlTextWriter(DocumentText text)
{
    /// <summary>Stands for a line break while other white space is collapsed; in a page itself it means the same.</summary>
    private const char LineSeparator = '\u2028';

    private static readonly FrozenSet<string> Hidden = FrozenSet.ToFrozenSet(
    [
        "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "head", "select", "button",
        "input", "textarea", "datalist", "dialog", "map",
    ]);

    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "header", "hgroup", "hr", "legend", "main", "menu", "nav", "ol", "p", "search", "section", "summary", "ul", "caption",
        "tr", "td", "th", "tbody", "thead", "tfoot",
    ]);

    private readonly StringBuilder _inline = new();
    private string _marker = "";

    /// <summary>Writes everything in a node.</summary>
    public void Write(INode root)
    {
        WriteChildren(root);
        Flush();
    }

    /// <summary>Tells whether an element is a mark that leads to a note.</summary>
    private static bool IsNoteMark(IElement element) =>
        element.GetAttribute("role") == "doc-noteref" || element.GetAttribute("epub:type")?.Contains("noteref", StringComparison.Ordinal) == true;

    private void WriteChildren(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText run)
            {
                _inline.Append(run.Data);
            }
            else if (child is IElement element && !Hidden.Contains(element.LocalName) && !element.HasAttribute("hidden") && !IsNoteMark(element))
            {
                WriteElement(element);
            }
        }
    }

    private void WriteElement(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                _inline.Append(LineSeparator);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Flush();
                text.Heading(TakeInline(element));
                break;
            case "pre":
                Flush();
                text.Paragraph(element.TextContent.ReplaceLineEndings("\n").Trim('\n'));
                break;
            case "table" when IsDataTable(element):
                Flush();
                WriteTable((IHtmlTableElement)element);
                break;
            case "ul" or "ol" or "menu":
                Flush();
                WriteList(element);
                break;
            case var name when Blocks.Contains(name):
                Flush();
                WriteChildren(element);
                Flush();
                break;
            default:
                WriteChildren(element);
                break;
        }
    }

    /// <summary>Tells whether a table holds data, and is no layout of a page.</summary>
    private static bool IsDataTable(IElement table) =>
        table is IHtmlTableElement && table.GetAttribute("role") is not ("presentation" or "none") && table.QuerySelector("table") is null;

    private void WriteTable(IHtmlTableElement table)
    {
        if (table.Caption is { } caption)
        {
            text.Paragraph(TakeInline(caption));
        }

        text.EndRows();
        foreach (var row in table.Rows)
        {
            var line = string.Join(" | ", row.Cells.Select(cell => TakeInline(cell).Replace('\n', ' ')));
            if (line.AsSpan().ContainsAnyExcept(" |"))
            {
                text.Row(line);
            }
        }

        text.EndRows();
    }

    private void WriteList(IElement list)
    {
        var isOuter = _marker.Length == 0 && list.ParentElement?.LocalName != "li";
        if (isOuter)
        {
            text.EndRows();
        }

        var number = list is IHtmlOrderedListElement { Start: var start } ? start : 1;
        foreach (var child in list.Children)
        {
            if (child.LocalName is "ul" or "ol" or "menu")
            {
                WriteList(child);
            }
            else if (!Hidden.Contains(child.LocalName) && !child.HasAttribute("hidden"))
            {
                _marker = list.LocalName == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
                WriteChildren(child);
                Flush();
                _marker = "";
            }
        }

        if (isOuter)
        {
            text.EndRows();
        }
    }

    /// <summary>Takes an element's text as one run, whatever it holds.</summary>
    private string TakeInline(IElement element)
    {
        var outer = _inline.ToString();
        _inline.Clear();
        AppendText(element);
        var taken = Collapse();
        _inline.Clear().Append(outer);
        return taken;
    }

    private void AppendText(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText run)
            {
                _inline.Append(run.Data);
            }
            else if (child is IElement element && !Hidden.Contains(element.LocalName) && !element.HasAttribute("hidden") && !IsNoteMark(element))
            {
                var parts = element.LocalName is "br" or "li" || Blocks.Contains(element.LocalName) ? " " : "";
                _inline.Append(parts);
                AppendText(element);
                _inline.Append(parts);
            }
        }
    }

    private void Flush()
    {
        var run = Collapse();
        _inline.Clear();
        if (run.Length == 0)
        {
            return;
        }

        if (_marker.Length > 0)
        {
            text.Row(_marker + run);
            _marker = "";
        }
        else
        {
            text.Paragraph(run);
        }
    }

    private string Collapse()
    {
        var lines = DocumentCharacters.Collapse(_inline.ToString()).Split(LineSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines);
    }
}
