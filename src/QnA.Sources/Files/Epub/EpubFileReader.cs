using System.Text.RegularExpressions;
using QnA.Core.Articles;
using QnA.Sources.Files.Html;
using QnA.Sources.Files.Layout;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files.Epub;

/// <summary>Reads a book in EPUB: its chapters in reading order are one article.</summary>
internal sealed partial class EpubFileReader : SingleArticleReader
{
    public override IReadOnlyCollection<string> Extensions { get; } = [".epub"];

    protected override ContentKind Kind => ContentKind.Epub;

    protected override Article Read(FileReadContext file, byte[] bytes, DocumentBudget budget)
    {
        using var archive = BoundedArchive.Open(bytes, budget);
        var package = EpubPackage.Read(archive, budget);
        var text = new DocumentText();
        foreach (var chapter in package.Chapters)
        {
            var page = archive.Read(chapter)
                ?? throw new ArticleFormatException($"The book is damaged: its part {chapter} is missing. Make it anew.");
            new HtmlTextWriter(text).Write(HtmlPages.Parse(CloseElements(HtmlDecoder.Decode(page)), budget).DocumentElement);
        }

        return new Article(file.Id, text.ToString())
        {
            Blocks = text.Blocks.All,
            Title = package.Values("title").FirstOrDefault() ?? text.FirstHeading ?? FileTitles.FromPath(file.Path),
            Author = ArticleFields.OneLine(string.Join(", ", package.Values("creator"))),
            Published = package.Values("date").Select(HtmlMetadata.Date).FirstOrDefault(date => date is not null),
            Language = ArticleFields.LanguageOrNone(package.Values("language").FirstOrDefault()),
            Tags = ArticleFields.Tags(package.Values("subject")),
            Source = file.SourceName,
            Location = file.Path,
        };
    }

    /// <summary>
    /// Gives elements that XHTML closes in their start tag (<c>&lt;title/&gt;</c>) an end tag: to a parser of HTML they would stay open,
    /// and swallow what follows.
    /// </summary>
    private static string CloseElements(string xhtml) => SelfClosed().Replace(xhtml, "<${name}${rest}></${name}>");

    [GeneratedRegex(
        "<(?<name>title|script|style|a|p|div|span|i|b|em|strong|td|th|tr|li|h[1-6]|section|iframe|textarea|noscript)(?<rest>\\s[^<>]*)?/>",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SelfClosed();
}
