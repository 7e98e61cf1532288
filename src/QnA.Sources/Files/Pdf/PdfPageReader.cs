using System.Globalization;
using System.Text;
using QnA.Sources.Files.Layout;
using QnA.Sources.Files.Limits;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Util;

namespace QnA.Sources.Files.Pdf;

/// <summary>Finds the blocks of a page, columns and all, in reading order.</summary>
/// <remarks>
/// Words along lines, blocks by Docstrum (O'Gorman, "The document spectrum for page layout analysis", 1993), order by
/// spatial reasoning: all PdfPig's. Letters are forgotten with their page, so that a book costs no more memory than its text.
/// </remarks>
internal sealed class PdfPageReader(DocumentBudget budget)
{
    /// <summary>Ten times a page of dense print; layout analysis compares each letter with its neighbours.</summary>
    private const int MaxLetters = 60_000;

    /// <summary>The largest page, in points (PDF 2.0, annex C.2); layout analysis takes memory in proportion to distances.</summary>
    private const double MaxExtent = 14_400;

    /// <summary>How much larger or smaller letters are where another block begins.</summary>
    private const double SizeStep = 1.12;

    private readonly NearestNeighbourWordExtractor _rotatedWords =
        new(new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 });

    private readonly DocstrumBoundingBoxes _segmenter =
        new(new DocstrumBoundingBoxes.DocstrumBoundingBoxesOptions { MaxDegreeOfParallelism = 1 });

    private readonly UnsupervisedReadingOrderDetector _order = new();

    /// <summary>Reads a page.</summary>
    /// <exception cref="ArticleFormatException">It has too many letters.</exception>
    public IReadOnlyList<PdfBlock> Read(Page page)
    {
        budget.Check();
        if (page.Letters.Count > MaxLetters)
        {
            throw budget.Exceed(string.Create(
                CultureInfo.InvariantCulture,
                $"Page {page.Number} has {page.Letters.Count:N0} letters; a page may have {MaxLetters:N0}. Split it."));
        }

        // Rendering mode "invisible" is kept: it is how scans carry the text that was recognised.
        var words = GetWords([.. page.Letters.Where(letter => IsOnPage(letter, page))]).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        budget.Check();
        var blocks = _segmenter.GetBlocks(words);
        budget.Check();
        var ordered = blocks.Count > 1 ? _order.Get(blocks) : blocks;
        return [.. ordered.SelectMany(Split)];
    }

    /// <summary>Tells whether a reader could see a letter: what lies beside the page is cut off. False for what is no number.</summary>
    private static bool IsOnPage(Letter letter, Page page)
    {
        var (box, visible) = (letter.BoundingBox, page.CropBox.Bounds);
        return Holds(visible, letter.StartBaseLine) && Holds(visible, box.Centroid) && box.Width <= MaxExtent && box.Height <= MaxExtent
            && letter.PointSize <= MaxExtent;

        static bool Holds(PdfRectangle area, PdfPoint point) =>
            point.X >= Math.Max(area.Left, -MaxExtent) && point.X <= Math.Min(area.Right, MaxExtent)
            && point.Y >= Math.Max(area.Bottom, -MaxExtent) && point.Y <= Math.Min(area.Top, MaxExtent);
    }

    /// <summary>Finds the words: along lines where they are level, by nearest neighbours where they are turned.</summary>
    private IEnumerable<Word> GetWords(IReadOnlyList<Letter> letters)
    {
        var turned = letters.Where(letter => letter.TextOrientation != TextOrientation.Horizontal).ToList();
        return turned.Count == 0
            ? DefaultWordExtractor.Instance.GetWords(letters)
            : DefaultWordExtractor.Instance.GetWords([.. letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal)])
                .Concat(_rotatedWords.GetWords(turned));
    }

    private static IEnumerable<PdfBlock> Split(TextBlock block)
    {
        var lines = new List<PdfLine>();
        foreach (var line in block.TextLines.Select(Convert).Where(line => line.Text.Length > 0))
        {
            if (lines.Count > 0 && IsOtherSize(lines[^1].FontSize, line.FontSize))
            {
                yield return Make(lines);
                lines = [];
            }

            lines.Add(line);
        }

        if (lines.Count > 0)
        {
            yield return Make(lines);
        }
    }

    private static bool IsOtherSize(double first, double second) =>
        Math.Max(first, second) > Math.Min(first, second) * SizeStep;

    private static PdfLine Convert(TextLine line)
    {
        var text = new StringBuilder();
        foreach (var word in line.Words)
        {
            text.Append(text.Length > 0 ? " " : "").Append(word.Text);
        }

        var size = line.Words.SelectMany(word => word.Letters)
            .GroupBy(letter => Math.Round(letter.PointSize, 1))
            .MaxBy(letters => letters.Count())!.Key;
        return new PdfLine(Clean(text.ToString()), line.BoundingBox, size);
    }

    private static string Clean(string text)
    {
        // A soft hyphen at the end says that the word goes on; others are not seen.
        var goesOn = text.EndsWith(Hyphenation.SoftHyphen);
        text = DocumentCharacters.Collapse(DocumentCharacters.Clean(Ligatures.Expand(text)));
        return goesOn && text.Length > 0 ? text + Hyphenation.SoftHyphen : text;
    }

    private static PdfBlock Make(List<PdfLine> lines)
    {
        var boxes = lines.ConvertAll(line => line.Box);
        return new PdfBlock(lines, new PdfRectangle(
            boxes.Min(box => box.Left), boxes.Min(box => box.Bottom), boxes.Max(box => box.Right), boxes.Max(box => box.Top)));
    }
}
