using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using QnA.Core.Articles;
using QnA.Sources.Files.Layout;

namespace QnA.Sources.Files.Html;

/// <summary>Writes a part of a page as a reader sees it.</summary>
/// <remarks>
/// Headings and paragraphs are set apart; list items (<c>- </c>, <c>1. </c>) and table rows (<c>a | b</c>) have a line each. Marks
/// that lead to notes are left out, as is what is not shown. Recursion is as deep as <see cref="HtmlPages"/> allows.
/// </remarks>
internal sealed class HtmlTextWriter(DocumentText text)
{
    // Longer cells are no names of columns.
    private const int MaxColumnName = 40;

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
    private BlockKind _kind;
    private int _listLevel;
    private int? _leadIn;
    private HtmlLinks _links = HtmlLinks.None;
    private IReadOnlySet<IElement> _leftOut = FrozenSet<IElement>.Empty;

    /// <summary>Writes everything in a node.</summary>
    /// <param name="root">The node.</param>
    /// <param name="leftOut">Elements in it that are left out, with all that they hold; <see langword="null"/> for none.</param>
    public void Write(INode root, IReadOnlySet<IElement>? leftOut = null)
    {
        _leftOut = leftOut ?? _leftOut;
        _links = HtmlLinks.Of(root, _leftOut);
        WriteChildren(root);
        Flush();
    }

    /// <summary>Tells whether an element is a mark that leads to a note.</summary>
    private static bool IsNoteMark(IElement element) =>
        element.GetAttribute("role") == "doc-noteref" || element.GetAttribute("epub:type")?.Contains("noteref", StringComparison.Ordinal) == true;

    private bool IsShown(IElement element) =>
        !Hidden.Contains(element.LocalName) && !element.HasAttribute("hidden") && !IsNoteMark(element) && !IsAnchorMark(element) && !_leftOut.Contains(element);

    // The sign beside a heading by which its address is copied.
    private static bool IsAnchorMark(IElement element) =>
        element.LocalName == "a" && element.GetAttribute("href") is ['#', ..] && element.ChildNodes is [IText { Data.Length: <= 2 } mark] && mark.Data.Trim() is "¶" or "#" or "§";

    private void WriteChildren(INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText run)
            {
                _inline.Append(run.Data);
            }
            else if (child is IElement element && IsShown(element))
            {
                WriteNavigation(element, _links.IsNavigation(element));
            }
        }
    }

    private void WriteNavigation(IElement element, bool isNavigation)
    {
        if (!isNavigation)
        {
            WriteElement(element);
            return;
        }

        Flush();
        text.Blocks.StartNavigation();
        WriteElement(element);
        Flush();
        text.Blocks.EndNavigation();
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
                text.Heading(TakeInline(element), element.LocalName[1] - '0');
                break;
            case "pre":
                Flush();
                text.Paragraph(element.TextContent.ReplaceLineEndings("\n").Trim('\n'), kind: BlockKind.Code);
                break;
            case "table" when IsDataTable(element):
                Flush();
                WriteTable((IHtmlTableElement)element);
                break;
            case "ul" or "ol" or "menu":
                Flush();
                WriteList(element);
                break;
            case "dl":
                Flush();
                WriteDefinitions(element);
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
        var rows = table.Rows.Select(row => (Row: row, Cells: row.Cells.Select(cell => TakeInline(cell).Replace('\n', ' ')).ToList())).ToList();
        int? head = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var line = string.Join(" | ", rows[i].Cells);
            if (line.AsSpan().ContainsAnyExcept(" |"))
            {
                var isHead = head is null && IsHead(rows[i].Row, i == 0, rows[i].Cells, rows.Count);
                text.Row(line, isHead ? BlockKind.TableHead : BlockKind.TableRow, leadIn: isHead ? null : head);
                head = isHead ? text.Blocks.Last : head;
            }
        }

        text.EndRows();
    }

    private static bool IsHead(IHtmlTableRowElement row, bool isFirst, List<string> cells, int rows) =>
        row.ParentElement?.LocalName == "thead"
        || (isFirst && rows > 1 && row.Cells.All(cell => cell.LocalName == "th"))
        || (isFirst && rows > 2 && cells.Count > 1 && cells.TrueForAll(cell => cell.Length is > 0 and <= MaxColumnName && !cell.Any(char.IsAsciiDigit)));

    private void WriteList(IElement list)
    {
        var isOuter = _marker.Length == 0 && list.ParentElement?.LocalName != "li";
        var (owner, leadIn) = (text.Blocks.Owner, _listLevel == 0 || isOuter ? text.Blocks.ListLeadIn : text.Blocks.Owner);
        if (isOuter)
        {
            text.EndRows();
        }

        _listLevel++;
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
                (_leadIn, text.Blocks.Owner) = (leadIn, owner);
                WriteChildren(child);
                Flush();
                _marker = "";
            }
        }

        _listLevel--;
        text.Blocks.Owner = owner;
        if (isOuter)
        {
            text.EndRows();
        }
    }

    private void WriteDefinitions(IElement list)
    {
        var owner = text.Blocks.Owner;
        int? term = null;
        foreach (var child in list.Children)
        {
            if (child.LocalName is not ("dt" or "dd"))
            {
                // A group, or what has no place here.
                WriteNavigation(child, isNavigation: false);
                continue;
            }

            if (!IsShown(child))
            {
                continue;
            }

            var isTerm = child.LocalName == "dt";
            _kind = isTerm ? BlockKind.Term : BlockKind.Definition;
            text.Blocks.Owner = isTerm ? owner : term ?? owner;
            var before = text.Blocks.Last;
            WriteChildren(child);
            Flush();
            _kind = BlockKind.Paragraph;
            term = isTerm && text.Blocks.Last != before ? text.Blocks.Last : term;
        }

        text.Blocks.Owner = owner;
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
            else if (child is IElement element && IsShown(element))
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
            text.Row(_marker + run, BlockKind.ListItem, _listLevel, _leadIn);
            _marker = "";
            text.Blocks.Owner = text.Blocks.Last;
        }
        else
        {
            text.Paragraph(run, kind: _kind);
        }
    }

    private string Collapse()
    {
        var lines = DocumentCharacters.Collapse(_inline.ToString()).Split(LineSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines);
    }
}
