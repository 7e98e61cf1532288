using System.IO.Compression;
using System.Text;
using QnA.Documents;
using QnA.Sources.Files;

namespace QnA.Sources.Tests.Files.Limits;

/// <summary>Documents that are broken, or made to break their reader: each is a failure that says what to do, and the rest is read.</summary>
public sealed class HostileDocumentTests : IDisposable
{
    private static readonly ArticleFileOptions Small = new() { MaxExpandedBytes = 1024 * 1024, MaxPages = 3, MaxReadTime = TimeSpan.FromSeconds(20) };

    private readonly TempFolder _folder = new();

    public static TheoryData<string, byte[], string> Documents => new()
    {
        // Mislabelled.
        { "a.docx", Pdf(), "its contents are a PDF. Rename it to end in .pdf" },
        { "a.pdf", Docx(), "its contents are a Word document. Rename it to end in .docx" },
        { "a.epub", Docx(), "its contents are a Word document" },
        { "a.docx", ArchiveFiles.Epub("<p>Text.</p>"), "its contents are an EPUB book. Rename it to end in .epub" },
        { "a.pdf", "<!DOCTYPE html><html><body>404</body></html>"u8.ToArray(), "its contents are a web page. Rename it to end in .html" },
        { "a.txt", Pdf(), "its contents are a PDF" },
        { "a.html", Docx(), "its contents are a Word document" },
        { "a.docx", ArchiveFiles.Zip(("xl/workbook.xml", [1])), "its contents are an Excel or PowerPoint file, which cannot be read. Save it as a PDF" },
        { "a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "before 2007, which cannot be read. Open it in a word processor and save it as .docx" },
        { "a.docx", Encoding.ASCII.GetBytes(@"{\rtf1 hello}"), "Rich Text Format" },
        { "a.docx", ArchiveFiles.Zip(("a.txt", [1])), "a zip archive without the parts of a Word document" },
        { "a.pdf", "Nothing of the kind."u8.ToArray(), "its contents are not a PDF" },

        // Protected.
        { "a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "protected with a password" },
        { "a.pdf", EncryptedPdf(), "protected with a password" },

        // Damaged.
        { "a.pdf", Pdf()[..200], "The PDF is damaged" },
        { "a.docx", Docx()[..^100], "damaged" },
        { "a.epub", ArchiveFiles.Epub("<p>Text.</p>")[..^100], "damaged" },
        { "a.docx", ArchiveFiles.Zip(("word/document.xml", "<w:document"u8.ToArray())), "damaged" },
        { "a.epub", ArchiveFiles.Zip(("mimetype", "application/epub+zip"u8.ToArray()), ("META-INF/container.xml", "<a/>"u8.ToArray())), "names no package" },

        // Without text.
        { "a.pdf", PdfFiles.Make(null, [[]]), "no text: its pages are pictures" },
        { "a.docx", DocxFiles.Make("<w:p/>"), "no text" },
        { "a.html", "<html><body><script>1</script></body></html>"u8.ToArray(), "no text" },
        { "a.epub", ArchiveFiles.Epub("<p></p>"), "no text" },

        // Too much.
        { "a.pdf", PdfFiles.Make(null, [[], [], [], []]), "4 pages; at most 3 are read. Split it, or raise Articles:MaxPages" },
        { "a.epub", ArchiveFiles.Epub("a", "b", "c", "d"), "4 chapter files; at most 3" },
        { "a.docx", ArchiveFiles.Zip(("word/document.xml", Zeros(8_000_000))), "bomb" },
        { "a.docx", ArchiveFiles.Zip([.. Enumerable.Range(0, 4).Select(i => ($"word/{i}.xml", Spaces(400_000)))]), "unpacks to more than 1,048,576 bytes" },
        { "a.epub", ArchiveFiles.Epub("", [("META-INF/encryption.xml", Zeros(8_000_000))], "<p>Text.</p>"), "bomb" },
        { "a.pdf", PdfOfStream("/Filter /FlateDecode", Deflated(Zeros(8_000_000))), "unpacks to more than 1,048,576 bytes" },
        { "a.pdf", PdfOfStream("/Filter [/FlateDecode /FlateDecode]", Deflated(Deflated(Zeros(8_000_000)))), "unpacks to more than 1,048,576 bytes" },
        { "a.pdf", PdfOfStream("/Filter /RunLengthDecode", Runs(200_000)), "unpacks to more than 1,048,576 bytes" },
        { "a.pdf", PdfOfStream("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>", Deflated([1, 2, 3])), "impossible length" },

        // Nested deeply, or in circles.
        { "a.html", Encoding.ASCII.GetBytes("<body>" + Repeat("<div>", 100_000) + "text"), "nested more than 512 deep" },
        { "a.html", Encoding.ASCII.GetBytes("<body>" + Repeat("<table><tr><td>", 20_000) + "text"), "nested more than 512 deep" },
        { "a.epub", ArchiveFiles.Epub(Repeat("<i>", 2000) + "text"), "nested more than 512 deep" },
        { "a.docx", DocxFiles.Make(Repeat("<w:sdt><w:sdtContent>", 500) + "<w:p/>" + Repeat("</w:sdtContent></w:sdt>", 500)), "nested more than 256 deep" },
        { "a.md", Encoding.ASCII.GetBytes(Repeat("> ", 5000) + "text"), "nested too deeply" },

        // Entities.
        { "a.docx", ArchiveFiles.Zip(("word/document.xml", Laughs())), "DTD" },
        { "a.epub", ArchiveFiles.Zip(("mimetype", "application/epub+zip"u8.ToArray()), ("META-INF/container.xml", Laughs())), "damaged" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Documents), DisableDiscoveryEnumeration = true)]
    public async Task ReadAsync_BadDocument_FailsWithAReasonAndTheNextIsRead(string name, byte[] bytes, string reason)
    {
        _folder.Write(name, bytes);
        _folder.Write("z.txt", "The ferry is late.");

        var items = await Reading.Source(_folder.Path, Small).ReadAllAsync();

        Assert.Contains(reason, Assert.Single(items.Failures()).Reason, StringComparison.Ordinal);
        Assert.Equal("The ferry is late.", Assert.Single(items.Articles()).Text.Value);
    }

    [Fact]
    public async Task ReadAsync_PdfThatDrawsItselfOverAndOver_IsGivenUp()
    {
        // Each of 30 forms draws the next one twice: a billion drawings.
        var objects = new List<byte[]>
        {
            PdfFiles.Object("<< /Type /Catalog /Pages 2 0 R >>"),
            PdfFiles.Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            PdfFiles.Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>"),
            PdfFiles.Stream("", "/F Do"u8.ToArray()),
        };
        for (var i = 0; i < 30; i++)
        {
            objects.Add(PdfFiles.Stream(
                $"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /F {6 + i} 0 R >> >>", "/F Do /F Do"u8.ToArray()));
        }

        objects.Add(PdfFiles.Stream("/Type /XObject /Subtype /Form /BBox [0 0 600 800]", "q Q"u8.ToArray()));
        var path = _folder.Write("a.pdf", PdfFiles.FromObjects(objects));

        var failure = await Reading.FailOneAsync(path, new ArticleFileOptions { MaxReadTime = TimeSpan.FromSeconds(1) });

        Assert.Contains("more than 1 seconds", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_PdfWithLettersFarBesideThePage_TheOthersAreRead()
    {
        var path = _folder.Write("a.pdf", PdfFiles.FromObjects(
        [
            PdfFiles.Object("<< /Type /Catalog /Pages 2 0 R >>"),
            PdfFiles.Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            PdfFiles.Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"),
            PdfFiles.Stream("", Encoding.ASCII.GetBytes(
                "BT /F 12 Tf 1 0 0 1 60 700 Tm (The ferry is late.) Tj 1 0 0 1 60 9000000000 Tm (far) Tj 1 0 0 1 -88888888888888 60 Tm (further) Tj ET")),
            PdfFiles.Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
        ]));

        Assert.Equal("The ferry is late.", (await Reading.ReadOneAsync(path)).Text.Value);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<<")]
    public async Task ReadAsync_PdfNestedDeeply_DoesNotEndTheProcess(string open)
    {
        var path = _folder.Write("a.pdf", PdfFiles.FromObjects(
        [
            PdfFiles.Object("<< /Type /Catalog /Pages 2 0 R >>"),
            PdfFiles.Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
            PdfFiles.Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Extra {Repeat(open, 200_000)}"),
            PdfFiles.Stream("", Encoding.ASCII.GetBytes($"{Repeat(open, 200_000)} BT ET")),
        ]));

        Assert.NotEmpty((await Reading.FailOneAsync(path)).Reason);
    }

    private static byte[] Pdf() => PdfFiles.Make(null, [[new(60, 700, 11, "The harbour was dredged.")]]);

    private static byte[] Docx() => DocxFiles.Make(DocxFiles.Paragraph("The harbour was dredged."));

    private static byte[] EncryptedPdf() => PdfFiles.FromObjects(
        [
            PdfFiles.Object("<< /Type /Catalog /Pages 2 0 R >>"),
            PdfFiles.Object("<< /Type /Pages /Kids [] /Count 0 >>"),
            PdfFiles.Object($"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{Repeat("1f", 32)}> /U <{Repeat("2e", 32)}> >>"),
        ],
        "/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]");

    private static byte[] PdfOfStream(string dictionary, byte[] content) => PdfFiles.FromObjects(
    [
        PdfFiles.Object("<< /Type /Catalog /Pages 2 0 R >>"),
        PdfFiles.Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        PdfFiles.Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"),
        PdfFiles.Stream(dictionary, content),
    ]);

    private static byte[] Laughs() => Encoding.ASCII.GetBytes(
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]><a>&b;&c;</a>");

    private static byte[] Zeros(int count) => new byte[count];

    private static byte[] Spaces(int count)
    {
        // Not one run: the ratio must not be what is noticed first.
        var random = new Random(1);
        var bytes = new byte[count];
        "<a>"u8.CopyTo(bytes);
        for (var i = 3; i < count - 4; i++)
        {
            bytes[i] = random.Next(2) == 0 ? (byte)' ' : (byte)'\n';
        }

        "</a>"u8.CopyTo(bytes.AsSpan(count - 4));
        return bytes;
    }

    private static byte[] Runs(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i += 2)
        {
            (bytes[i], bytes[i + 1]) = (129, (byte)' ');
        }

        return bytes;
    }

    private static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
