using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using QnA.Core.Articles;
using QnA.Sources.Files.Layout;
using Block = Markdig.Syntax.Block;

namespace QnA.Sources.Files.Markdown;

/// <summary>The text of a Markdown page.</summary>
/// <param name="Text">What a reader sees.</param>
/// <param name="FirstHeading">The first heading; <see langword="null"/> where there is none.</param>
/// <param name="Blocks">The blocks of the text.</param>
internal sealed record MarkdownPage(string Text, string? FirstHeading, IReadOnlyList<Core.Articles.Block> Blocks);

/// <summary>Writes Markdown as the text that a reader of the rendered page sees, laid out so that each part can be quoted.</summary>
/// <remarks>
/// Headings, paragraphs, code and tables are set apart by a blank line; list items (<c>- </c>, <c>1. </c>) and table rows
/// (<c>a | b</c>) have a line each. Links are their text, images their description. HTML blocks and comments are left out; the
/// text between inline tags stays. Marks that lead to footnotes are left out, the footnotes follow at the end.
/// </remarks>
internal sealed class MarkdownTextRenderer
{
    private const int Line = 1;
    private const int BlankLine = 2;

    private readonly StringBuilder _text = new();
    private readonly MarkdownInlineWriter _inlines = new();
    private readonly BlockList _blocks = new();
    private readonly int _maxDepth;
    private string? _firstHeading;
    private string _marker = "";
    private int? _itemLeadIn;
    private int _gap;
    private int _depth;
    private int _listDepth;

    private MarkdownTextRenderer(int maxDepth) => _maxDepth = maxDepth;

    /// <summary>Renders a page.</summary>
    /// <exception cref="ArticleFormatException">It is nested too deeply.</exception>
    public static MarkdownPage Render(string markdown, MarkdownPipeline pipeline)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException e)
        {
            // All that Markdig throws for a page: its limit on depth.
            throw TooDeep(e);
        }

        var renderer = new MarkdownTextRenderer(pipeline.MaximumNestingDepth);
        renderer.WriteBlocks(document);
        return new MarkdownPage(renderer._text.ToString(), renderer._firstHeading, renderer._blocks.All);
    }

    private static ArticleFormatException TooDeep(Exception? inner = null) =>
        new("The Markdown is nested too deeply (lists or quotes inside each other). Simplify it.", innerException: inner);

    private void WriteBlocks(ContainerBlock container)
    {
        if (++_depth > _maxDepth)
        {
            throw TooDeep();
        }

        foreach (var block in container)
        {
            WriteBlock(block);
        }

        _depth--;
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case HtmlBlock or LinkReferenceDefinitionGroup:
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case Table table:
                WriteTable(table);
                break;
            case AlertBlock alert:
                WriteParagraph(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(alert.Kind.ToString().ToLowerInvariant()));
                WriteBlocks(alert);
                break;
            case CodeBlock code:
                WriteParagraph(code.Lines.ToString().TrimEnd().TrimStart('\n'), BlockKind.Code);
                break;
            case HeadingBlock heading:
                var text = _inlines.Write(heading.Inline);
                _firstHeading ??= ArticleFields.OneLine(text);
                WriteParagraph(text, BlockKind.Heading, heading.Level);
                break;
            case LeafBlock leaf:
                WriteParagraph(_inlines.Write(leaf.Inline));
                break;
            case ContainerBlock container:
                WriteBlocks(container);
                break;
        }
    }

    private void WriteList(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var first) ? first : 1;
        var indent = new string(' ', 2 * _listDepth++);
        var (owner, leadIn) = (_blocks.Owner, _listDepth > 1 ? _blocks.Owner : _blocks.ListLeadIn);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var outer = _marker;
            _gap = _listDepth > 1 || item != list[0] ? Math.Min(_gap, Line) : _gap;
            _marker = (outer.Length > 0 ? outer : indent)
                + (list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ");
            (_blocks.Owner, _itemLeadIn) = (owner, leadIn);
            WriteBlocks(item);
            _marker = "";
        }

        _listDepth--;
        _blocks.Owner = owner;
        _gap = BlankLine;
    }

    private void WriteTable(Table table)
    {
        int? head = null;
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => _inlines.Write(leaf.Inline).Replace('\n', ' '))));
            var line = string.Join(" | ", cells);
            if (line.AsSpan().ContainsAnyExcept(" |"))
            {
                WriteParagraph(line, row.IsHeader ? BlockKind.TableHead : BlockKind.TableRow, leadIn: head);
                head = row.IsHeader ? _blocks.Last : head;
                _gap = Line;
            }
        }

        _gap = BlankLine;
    }

    private void WriteParagraph(string text, BlockKind kind = BlockKind.Paragraph, int level = 0, int? leadIn = null)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_text.Length > 0)
        {
            _text.Append('\n', _gap);
        }

        _text.Append(_marker);
        if (_marker.Length > 0)
        {
            // The marker and what stands behind it on its line are the item; what follows hangs on it.
            _text.Append(text);
            var start = _text.Length - text.Length - _marker.TrimStart().Length;
            _blocks.Add(BlockKind.ListItem, start, _text.ToString(start, _text.Length - start), _listDepth, _itemLeadIn);
            _blocks.Owner = _blocks.Last;
        }
        else
        {
            _blocks.Add(kind, _text.Length, text, level, leadIn);
            _text.Append(text);
        }

        _marker = "";
        _gap = BlankLine;
    }
}
