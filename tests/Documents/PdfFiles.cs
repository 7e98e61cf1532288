using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace QnA.Documents;

/// <summary>Makes PDFs for tests and measurements, with PdfPig's writer, or byte by byte where that writes no such thing.</summary>
internal static class PdfFiles
{
    private const double LineHeight = 14;

    /// <summary>Lines that stand at a place of a page.</summary>
    /// <param name="X">Points from the left edge.</param>
    /// <param name="Top">Points from the lower edge, of the first line's baseline.</param>
    /// <param name="Size">The size of the letters, in points.</param>
    /// <param name="Lines">The lines.</param>
    public sealed record Block(double X, double Top, double Size, params string[] Lines);

    /// <summary>Makes a PDF of pages of blocks.</summary>
    public static byte[] Make(Action<PdfDocumentBuilder>? configure, params Block[][] pages)
    {
        using var builder = new PdfDocumentBuilder();
        configure?.Invoke(builder);
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var blocks in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var block in blocks)
            {
                for (var i = 0; i < block.Lines.Length; i++)
                {
                    page.AddText(block.Lines[i], block.Size, new PdfPoint(block.X, block.Top - (i * Math.Max(LineHeight, block.Size * 1.2))), font);
                }
            }
        }

        return builder.Build();
    }

    /// <summary>Makes a PDF out of objects as they stand in the file, with a table of where they are.</summary>
    /// <param name="objects">The objects from number 1 on; the first is the catalogue.</param>
    /// <param name="trailer">What else the trailer says.</param>
    public static byte[] FromObjects(IReadOnlyList<byte[]> objects, string trailer = "")
    {
        using var file = new MemoryStream();
        Write("%PDF-1.7\n");
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write($"{i + 1} 0 obj\n");
            file.Write(objects[i]);
            Write("\nendobj\n");
        }

        var table = file.Position;
        Write($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write($"{offset:D10} 00000 n \n");
        }

        Write($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>Makes a stream object.</summary>
    public static byte[] Stream(string dictionary, byte[] content) =>
        [.. Encoding.Latin1.GetBytes($"<< /Length {content.Length} {dictionary} >>\nstream\n"), .. content, .. "\nendstream"u8];

    /// <summary>Makes an object of its text.</summary>
    public static byte[] Object(string text) => Encoding.Latin1.GetBytes(text);
}
