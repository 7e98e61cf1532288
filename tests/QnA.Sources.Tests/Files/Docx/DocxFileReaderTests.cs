using QnA.Core.Articles;
using static QnA.Documents.DocxFiles;

namespace QnA.Sources.Tests.Files.Docx;

public sealed class DocxFileReaderTests : IDisposable
{
    private const string Numbering = """
        <w:abstractNum w:abstractNumId='1'>
          <w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>
          <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1.%2)'/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='o'/></w:lvl></w:abstractNum>
        <w:num w:numId='5'><w:abstractNumId w:val='1'/></w:num>
        <w:num w:numId='6'><w:abstractNumId w:val='2'/></w:num>
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReadAsync_HeadingsAndParagraphs_EachOnItsOwn()
    {
        var article = await ReadAsync(Make(
            Paragraph("Harbour handbook", "<w:pStyle w:val='Titel'/>") + Paragraph("Opening hours", "<w:pStyle w:val='Mine'/>")
            + Paragraph("The harbour opens at six.") + "<w:p/>" + Paragraph("It closes at nine.")));

        Assert.Equal("Harbour handbook\n\nOpening hours\n\nThe harbour opens at six.\n\nIt closes at nine.", article.Text.Value);
        Assert.Equal("Harbour handbook", article.Title);
        Assert.Equal("en-GB", article.Language);
        Assert.Empty(article.PageStarts);
    }

    [Fact]
    public async Task ReadAsync_Lists_HaveTheirMarkers()
    {
        string Item(string text, int list, int level) =>
            Paragraph(text, $"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");

        var article = await ReadAsync(Make(
            Paragraph("Bring:") + Item("a rope", 5, 0) + Item("a short one", 5, 1) + Item("a long one", 5, 1) + Item("a lamp", 5, 0)
            + Paragraph("Or:") + Item("nothing", 6, 0),
            numbering: Numbering));

        Assert.Equal("Bring:\n\n3. a rope\n3.i) a short one\n3.ii) a long one\n4. a lamp\n\nOr:\n\n- nothing", article.Text.Value);
    }

    [Fact]
    public async Task ReadAsync_Table_ARowIsALine()
    {
        string Cell(string inside) => $"<w:tc>{inside}</w:tc>";
        var inner = $"<w:tbl><w:tr>{Cell(Paragraph("6 a.m."))}{Cell(Paragraph("daily"))}</w:tr></w:tbl>";

        var article = await ReadAsync(Make(
            Paragraph("Ferries:")
            + $"<w:tbl><w:tr>{Cell(Paragraph("Line"))}{Cell(Paragraph("Leaves"))}</w:tr><w:tr>{Cell(Paragraph("North") + Paragraph("shore"))}{Cell(inner)}</w:tr></w:tbl>"
            + Paragraph("All prices are in euros.")));

        Assert.Equal("Ferries:\n\nLine | Leaves\nNorth shore | 6 a.m. daily\n\nAll prices are in euros.", article.Text.Value);
    }

    [Fact]
    public async Task ReadAsync_Footnotes_AreAtTheEndWithoutTheirMarks()
    {
        var article = await ReadAsync(Make(
            "<w:p><w:r><w:t>The mayor resigned</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:t>.</w:t></w:r></w:p>",
            footnotes: "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                + "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> On Monday.</w:t></w:r></w:p></w:footnote>"));

        Assert.Equal("The mayor resigned.\n\nOn Monday.", article.Text.Value);
    }

    [Fact]
    public async Task ReadAsync_WhatNoReaderSees_IsLeftOut()
    {
        var article = await ReadAsync(Make("""
            <w:p><w:r><w:t xml:space='preserve'>The bridge </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>finally</w:t></w:r></w:ins>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>
            <w:r><w:t xml:space='preserve'> opened</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>in May.</w:t></w:r></w:p>
            """));

        Assert.Equal("The bridge finally opened\nin May.", article.Text.Value);
    }

    [Fact]
    public async Task ReadAsync_Metadata_IsKept()
    {
        var article = await ReadAsync(Make(Paragraph("The harbour was dredged."), configure: document =>
        {
            document.PackageProperties.Title = "Harbour report";
            document.PackageProperties.Creator = "Ann Example";
            document.PackageProperties.Keywords = "harbour; town";
            document.PackageProperties.Language = "de-DE";
            document.PackageProperties.Created = new DateTime(2024, 5, 3, 10, 0, 0, DateTimeKind.Utc);
        }));

        Assert.Equal("Harbour report", article.Title);
        Assert.Equal("Ann Example", article.Author);
        Assert.Equal("2024-05-03", article.Published?.ToString());
        Assert.Equal("de-DE", article.Language);
        Assert.Equal(["harbour", "town"], article.Tags);
    }

    private Task<Article> ReadAsync(byte[] docx) => Reading.ReadOneAsync(_folder.Write("a.docx", docx));
}
