using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using QnA.Core.Articles;
using QnA.Sources.Files.Layout;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files.Docx;

/// <summary>Writes a Word document as its reader sees it, without headers, footers and what was deleted.</summary>
internal sealed class DocxTextWriter(DocxStyles styles, DocxNumbering numbering, DocumentBudget budget)
{
    private readonly DocumentText _text = new();
    private readonly DocxRunWriter _runs = new();
    private int? _listLeadIn;

    /// <summary>Gets the paragraph of the style "Title"; <see langword="null"/> where there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>Writes the body, and the footnotes and endnotes after it.</summary>
    public DocumentText Write(MainDocumentPart main)
    {
        WritePart(main);
        WritePart(main.FootnotesPart);
        WritePart(main.EndnotesPart);
        return _text;
    }

    private void WritePart(OpenXmlPart? part)
    {
        if (part is null)
        {
            return;
        }

        // One paragraph or table at a time: the tree of a long document would take ten times its size.
        using var reader = OpenXmlReader.Create(part);
        var more = reader.Read();
        while (more)
        {
            budget.Check();
            if (reader.IsStartElement && reader.ElementType == typeof(Paragraph))
            {
                WriteParagraph((Paragraph)reader.LoadCurrentElement()!);
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(Table))
            {
                WriteTable((Table)reader.LoadCurrentElement()!);
            }
            else if (reader.IsStartElement && IsSkipped(reader))
            {
                reader.Skip();
                continue;
            }

            more = reader.Read();
        }
    }

    // Word's separators between text and notes are notes with a type; moved and deleted paragraphs are not seen any more.
    private static bool IsSkipped(OpenXmlReader reader) =>
        (reader.ElementType == typeof(Footnote) || reader.ElementType == typeof(Endnote))
            ? reader.Attributes.Any(attribute => attribute.LocalName == "type" && attribute.Value is not ("normal" or null))
            : reader.ElementType == typeof(DeletedRun) || reader.ElementType == typeof(MoveFromRun) || reader.ElementType == typeof(AlternateContentFallback);

    private void WriteParagraph(Paragraph paragraph)
    {
        var (text, boxes) = _runs.Write(paragraph);
        var properties = paragraph.ParagraphProperties;
        if (!string.IsNullOrWhiteSpace(text))
        {
            var heading = styles.IsNavigation(properties) ? null : styles.HeadingLevelOf(properties);
            var marker = numbering.Next(styles.NumberingOf(properties));
            if (heading is { } level)
            {
                _text.Heading((marker is null or "- " ? "" : marker) + text, level);
                Title ??= styles.IsTitle(properties) ? ArticleFields.OneLine(text) : null;
            }
            else
            {
                WriteText(text, marker, properties);
            }
        }

        foreach (var boxed in boxes)
        {
            WriteParagraph(boxed);
        }
    }

    private void WriteText(string text, string? marker, ParagraphProperties? properties)
    {
        var isNavigation = styles.IsNavigation(properties);
        if (marker is null)
        {
            _text.Paragraph(text, kind: isNavigation ? BlockKind.Navigation : BlockKind.Paragraph);
            _listLeadIn = null;
            return;
        }

        if (_text.Blocks is { Last: { } last } blocks && blocks.All[last].Kind != BlockKind.ListItem)
        {
            _listLeadIn = blocks.ListLeadIn;
        }

        var level = 1 + Math.Max(0, styles.NumberingOf(properties)?.NumberingLevelReference?.Val?.Value ?? 0);
        _text.Row(marker + text, isNavigation ? BlockKind.Navigation : BlockKind.ListItem, level, _listLeadIn);
    }

    private void WriteTable(Table table)
    {
        _text.EndRows();
        int? head = null;
        var isFirst = true;
        foreach (var row in Rows(table))
        {
            budget.Check();
            var cells = row.Descendants<TableCell>()
                .Where(cell => cell.Ancestors<TableRow>().First() == row)
                .Select(cell => DocumentCharacters.Collapse(string.Join(' ', cell.Descendants<Paragraph>().Select(paragraph => _runs.Write(paragraph).Text))));
            var line = string.Join(" | ", cells);
            if (line.AsSpan().ContainsAnyExcept(" |"))
            {
                var isHead = isFirst && line.Contains(" | ", StringComparison.Ordinal) && !line.Any(char.IsAsciiDigit);
                _text.Row(line, isHead ? BlockKind.TableHead : BlockKind.TableRow, leadIn: head);
                head = isHead ? _text.Blocks.Last : head;
                isFirst = false;
            }
        }

        _text.EndRows();
    }

    /// <summary>Finds a table's own rows, also those in content controls, but not those of tables in its cells.</summary>
    private static IEnumerable<TableRow> Rows(Table table) =>
        table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table);
}
