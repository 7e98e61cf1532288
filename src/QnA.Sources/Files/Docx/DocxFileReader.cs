using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using QnA.Core.Articles;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files.Docx;

/// <summary>Reads Word documents: headings, paragraphs, lists, tables row by row, footnotes at the end.</summary>
internal sealed class DocxFileReader : SingleArticleReader
{
    public override IReadOnlyCollection<string> Extensions { get; } = [".docx"];

    protected override ContentKind Kind => ContentKind.Docx;

    protected override Article Read(FileReadContext file, byte[] bytes, DocumentBudget budget)
    {
        CheckParts(bytes, budget);
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings
            {
                AutoSave = false,
                MaxCharactersInPart = budget.Options.MaxExpandedBytes,
            });
            return Read(file, document, budget);
        }
        catch (Exception e) when (e is not (ArticleFormatException or OperationCanceledException))
        {
            budget.Check();

            // The library has many exceptions for what can be wrong with a package, some of them its platform's.
            throw new ArticleFormatException(
                $"The Word document is damaged ({ArticleFields.OneLine(e.Message)}). Open it in Word and save it anew.", e);
        }
    }

    /// <summary>Unpacks every part that will be read once, within the limits: the library itself has none for depth and little for size.</summary>
    private static void CheckParts(byte[] bytes, DocumentBudget budget)
    {
        using var archive = BoundedArchive.Open(bytes, budget);
        var elements = 0;
        foreach (var name in archive.Names.Where(IsXml).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            elements = SafeXml.Check(archive.Read(name)!, elements, budget);
        }
    }

    private static bool IsXml(string name) =>
        Path.GetExtension(name).ToUpperInvariant() is ".XML" or ".RELS" or ".VML";

    private static Article Read(FileReadContext file, WordprocessingDocument document, DocumentBudget budget)
    {
        var main = document.MainDocumentPart
            ?? throw new ArticleFormatException("The Word document is damaged: it has no text part. Open it in Word and save it anew.");
        var styles = new DocxStyles(main.StyleDefinitionsPart?.Styles);
        var writer = new DocxTextWriter(styles, new DocxNumbering(main.NumberingDefinitionsPart?.Numbering), budget);
        var text = writer.Write(main);
        var about = document.PackageProperties;
        return new Article(file.Id, text.ToString())
        {
            Blocks = text.Blocks.All,
            Title = ArticleFields.OneLine(about.Title) ?? writer.Title ?? text.FirstHeading ?? FileTitles.FromPath(file.Path),
            Author = ArticleFields.OneLine(about.Creator),
            Published = Date(about.Created),
            Language = ArticleFields.LanguageOrNone(about.Language) ?? ArticleFields.LanguageOrNone(styles.Language),
            Tags = ArticleFields.Tags((about.Keywords ?? "").Split([',', ';'])),
            Source = file.SourceName,
            Location = file.Path,
        };
    }

    private static PublicationDate? Date(DateTime? created) =>
        PublicationDate.TryParse(created?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var date) ? date : null;
}
