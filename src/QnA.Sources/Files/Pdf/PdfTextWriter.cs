using System.Text;
using QnA.Sources.Files.Layout;

namespace QnA.Sources.Files.Pdf;

/// <summary>Writes the blocks of a PDF as text: lines joined to paragraphs, hyphens at line ends mended, headings on their own lines.</summary>
internal sealed class PdfTextWriter
{
    /// <summary>How much larger than the body's a heading's letters are; the least step that typographers' scales use.</summary>
    private const double HeadingStep = 1.12;

    /// <summary>A longer text is no heading, however large.</summary>
    private const int MaxHeadingLength = 200;

    /// <summary>How far, as a share of the block's width, a paragraph's last line ends before the others.</summary>
    private const double ShortLine = 0.12;

    private readonly DocumentText _text = new();
    private readonly StringBuilder _paragraph = new();
    private readonly Hyphenation _hyphenation;
    private readonly double _bodySize;
    private readonly List<int> _paragraphPages = [];
    private double _paragraphSize;
    private int _pendingPages;

    private PdfTextWriter(Hyphenation hyphenation, double bodySize)
    {
        _hyphenation = hyphenation;
        _bodySize = bodySize;
    }

    /// <summary>Writes pages.</summary>
    /// <param name="pages">The blocks of each page in reading order.</param>
    public static DocumentText Write(IReadOnlyList<IReadOnlyList<PdfBlock>> pages)
    {
        var lines = pages.SelectMany(blocks => blocks).SelectMany(block => block.Lines).ToList();
        var bodySize = lines.GroupBy(line => line.FontSize).MaxBy(group => group.Sum(line => line.Text.Length))?.Key ?? 0;
        var writer = new PdfTextWriter(Hyphenation.Of(lines.Select(line => line.Text)), bodySize);
        foreach (var page in pages)
        {
            writer.WritePage(page);
        }

        writer.EndParagraph();
        writer.StartPages();
        return writer._text;
    }

    private void WritePage(IReadOnlyList<PdfBlock> blocks)
    {
        _pendingPages++;
        foreach (var block in blocks)
        {
            if (IsHeading(block))
            {
                EndParagraph();
                StartPages();
                _text.Heading(block.Text);
            }
            else
            {
                WriteBlock(block);
            }
        }
    }

    private bool IsHeading(PdfBlock block) =>
        block.FontSize > _bodySize * HeadingStep && block.Text.Length <= MaxHeadingLength && block.Text.Any(char.IsLetter);

    private void WriteBlock(PdfBlock block)
    {
        var continues = Continues(block);
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines[i];
            if (i == 0 ? !continues : StartsParagraph(block, i))
            {
                EndParagraph();
            }

            Append(line);
        }
    }

    /// <summary>Tells whether a sentence goes on from the block before: over a column's or a page's end.</summary>
    private bool Continues(PdfBlock block) =>
        _paragraph.Length > 0
        && Math.Abs(_paragraphSize - block.FontSize) < 0.5
        && char.IsLower(block.Lines[0].Text[0])
        && !EndsSentence(_paragraph[^1]);

    private static bool StartsParagraph(PdfBlock block, int i)
    {
        var (before, line) = (block.Lines[i - 1], block.Lines[i]);
        var isShort = before.Box.Right < block.Box.Right - (block.Box.Width * ShortLine);
        return IsBullet(line.Text) || (isShort && EndsSentence(before.Text[^1]));
    }

    private static bool IsBullet(string text) => text[0] is '•' or '▪' or '◦' or '‣' or '●' or '■' or '\uF0B7';

    private static bool EndsSentence(char last) => last is '.' or '!' or '?' or ':' or ';' or '”' or '"' or '’' or ')' or '。' or '…';

    private void Append(PdfLine line)
    {
        _paragraphSize = line.FontSize;
        var start = _hyphenation.Join(_paragraph, line.Text);
        if (start == 0)
        {
            StartPages();
        }
        else
        {
            _paragraphPages.AddRange(Enumerable.Repeat(start, _pendingPages));
            _pendingPages = 0;
        }
    }

    private void EndParagraph()
    {
        _text.Paragraph(_paragraph.ToString(), _paragraphPages);
        _paragraph.Clear();
        _paragraphPages.Clear();
    }

    private void StartPages()
    {
        for (; _pendingPages > 0; _pendingPages--)
        {
            _text.Page();
        }
    }
}
