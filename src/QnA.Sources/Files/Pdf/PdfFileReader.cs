using System.Globalization;
using QnA.Core.Articles;
using QnA.Sources.Files.Limits;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace QnA.Sources.Files.Pdf;

/// <summary>Reads PDF: the text of its pages in reading order, with the page of each part.</summary>
internal sealed class PdfFileReader : SingleArticleReader
{
    /// <summary>Far beyond the forms in forms that people make.</summary>
    private const int MaxDepth = 64;

    public override IReadOnlyCollection<string> Extensions { get; } = [".pdf"];

    protected override ContentKind Kind => ContentKind.Pdf;

    protected override Article Read(FileReadContext file, byte[] bytes, DocumentBudget budget)
    {
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                UseActualText = true,
                MaxStackDepth = MaxDepth,
                FilterProvider = new BoundedFilters(budget),
            });
            return Read(file, document, budget);
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new ArticleFormatException("The PDF is protected with a password. Save a copy without one.", e);
        }
        catch (Exception e) when (e is not (ArticleFormatException or OperationCanceledException))
        {
            // A limit that was passed says more than what the parser made of it.
            budget.Check();

            // PdfPig has no exception of its own for most of what can be wrong with a file.
            throw new ArticleFormatException($"The PDF is damaged ({ArticleFields.OneLine(e.Message)}). Open it in its program and save it anew.", e);
        }
    }

    private static Article Read(FileReadContext file, PdfDocument document, DocumentBudget budget)
    {
        if (document.NumberOfPages > budget.Options.MaxPages)
        {
            throw budget.Exceed(string.Create(
                CultureInfo.InvariantCulture,
                $"The PDF has {document.NumberOfPages:N0} pages; at most {budget.Options.MaxPages:N0} are read. " +
                $"Split it, or raise {ArticleFileOptions.MaxPagesSetting}."));
        }

        var reader = new PdfPageReader(budget);
        var pages = new List<IReadOnlyList<PdfBlock>>();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            pages.Add(reader.Read(document.GetPage(number)));
        }

        budget.Check();
        if (pages.TrueForAll(blocks => blocks.Count == 0))
        {
            throw new ArticleFormatException(
                "The PDF has no text: its pages are pictures, probably scanned. Have the text recognised (OCR), and save it with the text.");
        }

        var text = PdfTextWriter.Write(RepeatedBlocks.Remove(pages));
        var about = document.Information;
        return new Article(file.Id, text.ToString())
        {
            Title = PdfMetadata.Title(about.Title) ?? text.FirstHeading ?? FileTitles.FromPath(file.Path),
            Author = ArticleFields.OneLine(about.Author),
            Published = PdfMetadata.Date(about.CreationDate),
            Language = PdfMetadata.Language(document),
            Tags = ArticleFields.Tags((about.Keywords ?? "").Split([',', ';'])),
            PageStarts = text.PageStarts,
            Source = file.SourceName,
            Location = file.Path,
        };
    }
}
