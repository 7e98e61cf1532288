using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace QnA.Documents;

/// <summary>Makes Word documents with the Open XML SDK.</summary>
internal static class DocxFiles
{
    private const string Namespaces =
        "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";

    /// <summary>Makes a document.</summary>
    /// <param name="body">The inside of the body, in WordprocessingML with the prefix <c>w</c>.</param>
    /// <param name="footnotes">The inside of the footnotes' part, if there is one.</param>
    /// <param name="numbering">The inside of the numbering part, if there is one.</param>
    /// <param name="configure">Sets properties.</param>
    public static byte[] Make(string body, string? footnotes = null, string? numbering = null, Action<WordprocessingDocument>? configure = null)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            Feed(main, $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
            Feed(main.AddNewPart<StyleDefinitionsPart>(), $"""
                <w:styles {Namespaces}>
                <w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr></w:rPrDefault></w:docDefaults>
                <w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/></w:style>
                <w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
                <w:style w:type='paragraph' w:styleId='Mine'><w:name w:val='My heading'/><w:basedOn w:val='berschrift1'/></w:style>
                </w:styles>
                """);
            if (footnotes is not null)
            {
                Feed(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {Namespaces}>{footnotes}</w:footnotes>");
            }

            if (numbering is not null)
            {
                Feed(main.AddNewPart<NumberingDefinitionsPart>(), $"<w:numbering {Namespaces}>{numbering}</w:numbering>");
            }

            configure?.Invoke(document);
        }

        return file.ToArray();
    }

    /// <summary>Writes a paragraph.</summary>
    public static string Paragraph(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>";

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
