using System.Runtime.CompilerServices;
using QnA.Core.Ingestion;
using QnA.Sources.Files;
using QnA.Sources.Web.Fetching;

namespace QnA.Sources.Web;

/// <summary>The articles at an address: those of a page, a feed or a sitemap.</summary>
/// <remarks>
/// A document that cannot be fetched, read to its end or that names nothing is a failure of the source as a whole, so that nothing is
/// taken for vanished. Immutable and safe for concurrent use.
/// </remarks>
internal sealed class WebArticleSource(WebSourceContext context, WebSourceKind kind, bool keepVanished, WebFetcher fetcher, IReadOnlyList<IWebReader> readers)
    : IArticleSource
{
    public string Name => context.Name;

    public bool ListsAll => !keepVanished;

    public ValueTask<long> GetSizeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(0L);
    }

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = ReadDocumentAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                SourceItem? item;
                var failed = false;
                try
                {
                    item = await items.MoveNextAsync().ConfigureAwait(false) ? items.Current : null;
                }
                catch (Exception e) when (e is WebFetchException or ArticleFormatException)
                {
                    (item, failed) = (FailWhole(e), true);
                }

                if (item is null)
                {
                    yield break;
                }

                yield return item;
                if (failed)
                {
                    yield break;
                }
            }
        }
    }

    public bool Covers(string location) => context.Covers(location);

    public bool IsGone(string location) => false;

    private async IAsyncEnumerable<SourceItem> ReadDocumentAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var document = await fetcher.FetchAsync(context.Address, unchangedSince: null, cancellationToken).ConfigureAwait(false);
        var reader = readers.First(reader => kind == WebSourceKind.Auto ? reader.Reads(document) : reader.Kind == kind);
        await foreach (var item in reader.ReadAsync(context, document, cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    // A page that is not there any more is gone with certainty; a feed or sitemap may only have moved.
    private FailedArticle FailWhole(Exception exception) => exception is WebFetchException { IsGone: true } && kind == WebSourceKind.Page
        ? context.Fail(Name, exception.Message) with { IsGone = true }
        : new FailedArticle(new ArticleFailure(Name, Location: null, Line: null, exception.Message), Bytes: 0)
        {
            RetryAt = (exception as WebFetchException)?.RetryAt,
            IsWaiting = exception is WebFetchException { IsWaiting: true },
        };
}
