using System.Text;
using QnA.Answering.Ranking;

namespace QnA.Documents;

/// <summary>One file of each kind that is read, with a bit of everything that its format can hold.</summary>
internal static class SampleFiles
{
    private const string Sentence =
        "The ferry to the northern shore was late on Monday, because the crew had to wait for a part that came from the mainland by train.";

    /// <summary>Makes the files.</summary>
    /// <returns>An extension with its dot, and the bytes.</returns>
    public static IReadOnlyList<(string Extension, byte[] Bytes)> All() =>
    [
        (".txt", Utf8($"The ferry\n\n{Sentence}\n\nNobody was hurt. “Never again”, said the captain.\n")),
        (".md", Utf8($"---\ntitle: The ferry\ndate: 2024-05-03\ntags: [sea, town]\n---\n# The ferry\n\n{Sentence}[^1]\n\n- one *item*\n  1. [inner](x)\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n> quote\n\n[^1]: A note.\n")),
        (".jsonl", Utf8($$"""{"id": "a", "title": "The ferry", "text": "{{Sentence}}", "tags": ["sea"], "published": "2024-05"}""" + "\n" + """{"id": "b", "text": "Nobody was hurt \u00e9."}""" + "\n")),
        (".html", Utf8($"<!doctype html><html lang=en><head><title>The ferry</title><meta name=date content=2024-05-03><link rel=canonical href=https://example.org/f></head><body><nav><a href=/>Home</a></nav><article><h1>The ferry</h1><p>{Sentence} {Sentence}</p><h2>Tickets</h2><p>{Sentence} <b>Bold &amp; <i>nested</b></i>.</p><ul><li>One<li>Two<ul><li>Three</ul></ul><table><tr><th>a<th>b<tr><td>1<td>2</table><pre>code\n  here</pre></article><footer>Copyright</footer><script>1</script></body></html>")),
        (".pdf", PdfFiles.Make(
            builder => builder.DocumentInformation.Title = "The ferry",
            [new(60, 780, 20, "The ferry"), new(50, 700, 11, Halves(0)), new(320, 700, 11, Halves(1)), new(280, 40, 9, "Page 1")],
            [new(60, 780, 11, Halves(0)), new(280, 40, 9, "Page 2")])),
        (".docx", DocxFiles.Make(
            DocxFiles.Paragraph("The ferry", "<w:pStyle w:val='berschrift1'/>") + DocxFiles.Paragraph(Sentence)
            + DocxFiles.Paragraph("an item", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='5'/></w:numPr>")
            + $"<w:tbl><w:tr><w:tc>{DocxFiles.Paragraph("a")}</w:tc><w:tc>{DocxFiles.Paragraph("b")}</w:tc></w:tr></w:tbl>"
            + "<w:p><w:r><w:t>Nobody was hurt.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>",
            footnotes: "<w:footnote w:id='2'><w:p><w:r><w:t>On Monday.</w:t></w:r></w:p></w:footnote>",
            numbering: "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>")),
        (".epub", ArchiveFiles.Epub("<dc:title>The ferry</dc:title><dc:date>2024</dc:date>", [], $"<h1>One</h1><p>{Sentence}</p>", $"<h1>Two</h1><p>Late.<br/>{Sentence}</p><ul><li>x</li></ul>")),
    ];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string[] Halves(int half) => half == 0
        ? ["The ferry to the northern shore was", "late on Monday, because the crew had", "to wait for a part that was manufac-", "tured on the mainland."]
        : ["It came by train, and nobody had", "expected that it would come at all", "before the weekend of the regatta."];
}
