using System.Globalization;
using QnA.Core.Articles;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace QnA.Sources.Files.Pdf;

/// <summary>Reads what a PDF says about itself, as far as it can be believed.</summary>
internal static class PdfMetadata
{
    private static readonly NameToken Lang = NameToken.Create("Lang");

    /// <summary>Reads the title.</summary>
    /// <returns><see langword="null"/> where there is none, or a program left a file's name there.</returns>
    public static string? Title(string? title)
    {
        var line = ArticleFields.OneLine(title);
        var isLeftover = line is null
            || line.StartsWith("Microsoft Word - ", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("untitled", StringComparison.OrdinalIgnoreCase)
            || Path.GetExtension(line).ToUpperInvariant() is ".DOC" or ".DOCX" or ".PDF" or ".INDD" or ".TEX" or ".DVI" or ".ODT";
        return isLeftover ? null : line;
    }

    /// <summary>Reads a date: <c>D:20240503101500+02'00'</c> and its shorter forms (PDF 2.0, section 7.9.4).</summary>
    /// <returns>The day; <see langword="null"/> where it is none.</returns>
    public static PublicationDate? Date(string? date)
    {
        var digits = (date ?? "").Trim();
        digits = digits.StartsWith("D:", StringComparison.Ordinal) ? digits[2..] : digits;
        if (digits.Length < 8 || !digits.AsSpan(0, 8).ContainsOnlyDigits())
        {
            return null;
        }

        return DateOnly.TryParseExact(digits[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && PublicationDate.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var published)
                ? published
                : null;
    }

    /// <summary>Reads the language that the document's catalogue names.</summary>
    public static string? Language(PdfDocument document)
    {
        var catalogue = document.Structure.Catalog.CatalogDictionary;
        return catalogue.TryGet(Lang, out var token)
            ? ArticleFields.LanguageOrNone((token as StringToken)?.Data ?? (token as HexToken)?.Data)
            : null;
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
