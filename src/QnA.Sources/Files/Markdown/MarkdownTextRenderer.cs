using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace QnA.Sources.Files.Markdown;

/// <summary>The text of a Markdown page.</summary>
/// <param name="Text">What a reader sees.</param>
/// <param name="FirstHeading">The first heading; <see langword="null"/> where there is none.</param>
internal sealed record MarkdownPage(string Text, string? FirstHeading);

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
    private readonly int _maxDepth;
    private string? _firstHeading;
    private string _marker = "";
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
        return new MarkdownPage(renderer._text.ToString(), renderer._firstHeading);
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
                WriteParagraph(code.Lines.ToString().TrimEnd().TrimStart('\n'));
                break;
            case HeadingBlock heading:
                var text = _inlines.Write(heading.Inline);
                _firstHeading ??= ArticleFields.OneLine(text);
                WriteParagraph(text);
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
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var outer = _marker;
            _gap = _listDepth > 1 || item != list[0] ? Math.Min(_gap, Line) : _gap;
            _marker = (outer.Length > 0 ? outer : indent)
                + (list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ");
            WriteBlocks(item);
            _marker = "";
        }

        _listDepth--;
        _gap = BlankLine;
    }

    private void WriteTable(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Select(cell => string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => _inlines.Write(leaf.Inline).Replace('\n', ' '))));
            var line = string.Join(" | ", cells);
            if (line.AsSpan().ContainsAnyExcept(" |"))
            {
                WriteParagraph(line);
                _gap = Line;
            }
        }

        _gap = BlankLine;
    }

    private void WriteParagraph(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_text.Length > 0)
        {
            _text.Append('\n', _gap);
        }

        _text.Append(_marker).Append(text);
        _marker = "";
        _gap = BlankLine;
    }
}
