using System.Text;
using System.Text.Unicode;
using QnA.Core.Ingestion;
using QnA.Sources.Files;
using QnA.Sources.Files.Limits;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Web.Pages;

/// <summary>Reads the article of a page that was fetched, with the readers of files.</summary>
internal sealed class PageArticles(ArticleFileReaders readers, ArticleFileOptions options, DocumentWorkers workers)
{
    /// <summary>Reads the article.</summary>
    /// <param name="source">The source.</param>
    /// <param name="location">The article's location.</param>
    /// <param name="asked">The page's address in the source, which gives the article its id.</param>
    /// <param name="document">What the address led to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleFormatException">There is no article in it.</exception>
    public async Task<ReadArticle> ReadAsync(
        WebSourceContext source, string location, Uri asked, WebDocument document, CancellationToken cancellationToken)
    {
        if (document.Body.Length == 0)
        {
            throw new ArticleFormatException("The page is empty.");
        }

        if (!readers.TryGet($"page{Extension(document)}", out var reader))
        {
            throw new ArticleFormatException($"What is sent is of the kind '{document.MediaType}', which cannot be read.");
        }

        var file = new FileReadContext(source.Name, location, WebSourceContext.IdOf(asked), options, workers)
        {
            Contents = InUtf8(document),
        };
        await foreach (var item in reader.ReadAsync(file, cancellationToken).ConfigureAwait(false))
        {
            if (item is ReadArticle { Article: var article })
            {
                return new ReadArticle(article.Completed(document.Address.AbsoluteUri, source.Tags), Line: null, Bytes: 0);
            }
        }

        throw new ArticleFormatException("There is no article in it.");
    }

    // By what the bytes are, for servers call documents by many names; text alone is told apart by its name.
    private static string Extension(WebDocument document) => ContentKinds.Detect(document.Body) switch
    {
        ContentKind.Html => ".html",
        ContentKind.Pdf => ".pdf",
        ContentKind.Docx => ".docx",
        ContentKind.Epub => ".epub",
        ContentKind.Text when document.MediaType is "text/html" or "application/xhtml+xml" => ".html",
        ContentKind.Text when document.MediaType is "text/markdown" => ".md",
        ContentKind.Text when document.MediaType is "text/plain" or "" => ".txt",
        _ => "",
    };

    // What the server says of the encoding goes before what the page says (HTML Living Standard, section 13.2.3.2).
    private static byte[] InUtf8(WebDocument document)
    {
        if (document.Charset.Length == 0 || Utf8.IsValid(document.Body) || ContentKinds.Detect(document.Body) is not (ContentKind.Html or ContentKind.Text))
        {
            return document.Body;
        }

        try
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(document.Charset) ?? Encoding.GetEncoding(document.Charset);
            return Encoding.UTF8.GetBytes(encoding.GetString(document.Body));
        }
        catch (ArgumentException)
        {
            return document.Body;
        }
    }
}
