using System.Runtime.CompilerServices;
using QnA.Core.Ingestion;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Web.Pages;

/// <summary>Reads one page: its article without menus, advertisements and the like.</summary>
internal sealed class PageReader(PageArticles pages) : IWebReader
{
    public WebSourceKind Kind => WebSourceKind.Page;

    public bool Reads(WebDocument document) => true;

    public async IAsyncEnumerable<SourceItem> ReadAsync(
        WebSourceContext source, WebDocument document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await pages.ReadAsync(source, source.Name, source.Address, document, cancellationToken).ConfigureAwait(false);
    }
}
