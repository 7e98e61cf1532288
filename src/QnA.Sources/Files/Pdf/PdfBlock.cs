using UglyToad.PdfPig.Core;

namespace QnA.Sources.Files.Pdf;

/// <summary>A line of a page.</summary>
/// <param name="Text">Its words, parted by spaces.</param>
/// <param name="Box">Where it stands, in points from the lower left corner of the page.</param>
/// <param name="FontSize">The size of most of its letters, in points.</param>
internal sealed record PdfLine(string Text, PdfRectangle Box, double FontSize);

/// <summary>Lines of a page that belong together: a paragraph, a heading, a list.</summary>
/// <param name="Lines">Its lines, from the top; at least one.</param>
/// <param name="Box">Where it stands, in points from the lower left corner of the page.</param>
internal sealed record PdfBlock(IReadOnlyList<PdfLine> Lines, PdfRectangle Box)
{
    /// <summary>Gets the size of its letters, in points.</summary>
    public double FontSize => Lines[0].FontSize;

    /// <summary>Gets its lines' text, parted by spaces.</summary>
    public string Text => string.Join(' ', Lines.Select(line => line.Text));
}
