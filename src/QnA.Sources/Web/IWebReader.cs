using QnA.Core.Ingestion;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Web;

/// <summary>Reads the articles of one kind of address.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal interface IWebReader
{
    /// <summary>Gets what it reads.</summary>
    WebSourceKind Kind { get; }

    /// <summary>Tells whether a document is of its kind.</summary>
    bool Reads(WebDocument document);

    /// <summary>Reads the articles.</summary>
    /// <param name="source">The source.</param>
    /// <param name="document">What its address led to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Files.ArticleFormatException">The document as a whole is wrong: the source failed.</exception>
    /// <exception cref="WebFetchException">The source as a whole cannot be read at this moment.</exception>
    IAsyncEnumerable<SourceItem> ReadAsync(WebSourceContext source, WebDocument document, CancellationToken cancellationToken);
}
