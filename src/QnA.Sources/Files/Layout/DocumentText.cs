using System.Text;
using QnA.Core.Articles;

namespace QnA.Sources.Files.Layout;

/// <summary>Builds the text of a document so that each part of it can be quoted.</summary>
/// <remarks>
/// Headings, paragraphs, lists and tables are set apart by a blank line; list items and table rows have a line each. So no
/// sentence runs into what stands beside it. Control characters are left out: no reader sees them.
/// </remarks>
internal sealed class DocumentText
{
    private const int Line = 1;
    private const int BlankLine = 2;

    private readonly StringBuilder _text = new();
    private readonly List<int> _pageStarts = [];
    private int _pendingPages;
    private bool _inRows;

    /// <summary>Gets the first heading; <see langword="null"/> where there is none.</summary>
    public string? FirstHeading { get; private set; }

    /// <summary>Gets where the pages start; see <see cref="Core.Articles.Article.PageStarts"/>.</summary>
    /// <remarks>To be asked when all is written.</remarks>
    public IReadOnlyList<int> PageStarts => [.. _pageStarts, .. Enumerable.Repeat(_text.Length, _pendingPages)];

    /// <summary>Gets the blocks of what was written.</summary>
    public BlockList Blocks { get; } = new();

    /// <summary>Gets how much was written, in UTF-16 code units.</summary>
    public int Length => _text.Length;

    /// <summary>Writes a heading, on its own line.</summary>
    /// <param name="text">The heading.</param>
    /// <param name="level">Its level, from 1.</param>
    public void Heading(string text, int level = 1)
    {
        _inRows = false;
        if (Write(text.ReplaceLineEndings(" "), BlankLine, BlockKind.Heading, level))
        {
            FirstHeading ??= ArticleFields.OneLine(text);
        }
    }

    /// <summary>Writes a paragraph.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="pages">Where in it pages start, in UTF-16 code units; in ascending order. Such a paragraph is clean already.</param>
    /// <param name="kind">What kind of paragraph it is.</param>
    /// <param name="leadIn">See <see cref="BlockList.Add"/>.</param>
    /// <param name="level">The level of an item of a list; 0 for all else.</param>
    public void Paragraph(
        string text, IReadOnlyList<int>? pages = null, BlockKind kind = BlockKind.Paragraph, int? leadIn = null, int level = 0)
    {
        _inRows = false;
        if (Write(text, BlankLine, kind, level, leadIn) && pages is { Count: > 0 })
        {
            var start = _text.Length - DocumentCharacters.Clean(text).Length;
            _pageStarts.AddRange(pages.Select(page => Math.Min(start + page, _text.Length)));
        }
    }

    /// <summary>Writes one line of several that belong together: an item of a list, a row of a table.</summary>
    /// <param name="text">The line.</param>
    /// <param name="kind">What kind of line it is.</param>
    /// <param name="level">The level of an item of a list; 0 for all else.</param>
    /// <param name="leadIn">See <see cref="BlockList.Add"/>.</param>
    public void Row(string text, BlockKind kind = BlockKind.ListItem, int level = 0, int? leadIn = null) =>
        _inRows |= Write(text, _inRows ? Line : BlankLine, kind, level, leadIn);

    /// <summary>Parts the rows that were written from those that follow: they are of another list or table.</summary>
    public void EndRows() => _inRows = false;

    /// <summary>Starts a page: what is written next is on it.</summary>
    public void Page() => _pendingPages++;

    /// <summary>Returns the text.</summary>
    public override string ToString() => _text.ToString();

    private bool Write(string text, int gap, BlockKind kind, int level = 0, int? leadIn = null)
    {
        var cleaned = DocumentCharacters.Clean(text);
        if (cleaned.Length == 0)
        {
            return false;
        }

        if (_text.Length > 0)
        {
            _text.Append('\n', gap);
        }

        _pageStarts.AddRange(Enumerable.Repeat(_pageStarts.Count == 0 ? 0 : _text.Length, _pendingPages));
        _pendingPages = 0;
        Blocks.Add(kind, _text.Length, cleaned, level, leadIn);
        _text.Append(cleaned);
        return true;
    }
}
