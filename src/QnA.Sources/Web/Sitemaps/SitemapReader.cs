using System.Globalization;
using System.Runtime.CompilerServices;
using QnA.Core.Ingestion;
using QnA.Sources.Files;
using QnA.Sources.Files.Limits;
using QnA.Sources.Web.Fetching;
using QnA.Sources.Web.Pages;

namespace QnA.Sources.Web.Sitemaps;

/// <summary>Reads the pages that a sitemap names (sitemaps.org, protocol 0.9), or the sitemaps of an index.</summary>
internal sealed class SitemapReader(
    WebFetcher fetcher, PageArticles pages, WebOptions web, ArticleFileOptions options, DocumentWorkers workers) : IWebReader
{
    public WebSourceKind Kind => WebSourceKind.Sitemap;

    public bool Reads(WebDocument document) => SitemapFile.IsPacked(document.Body) || WebXml.Root(document.Body) is "urlset" or "sitemapindex";

    public async IAsyncEnumerable<SourceItem> ReadAsync(
        WebSourceContext source, WebDocument document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // All names before the first page: what is broken in the middle must not look like an end.
        var entries = await ListAsync(document, cancellationToken).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            yield return await ReadPageAsync(source, entry, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<SitemapEntry>> ListAsync(WebDocument document, CancellationToken cancellationToken)
    {
        var file = await ParseAsync(document, cancellationToken).ConfigureAwait(false);
        var entries = file.Entries;
        if (file.IsIndex)
        {
            List<SitemapEntry> all = [];
            foreach (var sitemap in file.Entries)
            {
                if (!IsOfHost(document.Address, sitemap.Address, out var address))
                {
                    throw new ArticleFormatException($"The index names {sitemap.Address}, which is not on its host.");
                }

                var inner = await ParseAsync(await fetcher.FetchAsync(address, sitemap.Modified, cancellationToken).ConfigureAwait(false), cancellationToken)
                    .ConfigureAwait(false);
                if (inner.IsIndex)
                {
                    throw new ArticleFormatException($"The index names {sitemap.Address}, which is an index again; it must name sitemaps.");
                }

                all.AddRange(inner.Entries);
                CheckCount(all.Count);
            }

            entries = all;
        }

        CheckCount(entries.Count);
        return entries.Count == 0
            ? throw new ArticleFormatException("The sitemap names no page, so nothing was changed.")
            : [.. entries.DistinctBy(entry => entry.Address, StringComparer.Ordinal)];
    }

    private Task<SitemapFile> ParseAsync(WebDocument document, CancellationToken cancellationToken) =>
        workers.RunAsync(options, budget => SitemapFile.Parse(document.Body, web.MaxBytes, budget), cancellationToken);

    private async Task<SourceItem> ReadPageAsync(WebSourceContext source, SitemapEntry entry, CancellationToken cancellationToken)
    {
        var location = source.LocationOf(entry.Address);
        if (!IsOfHost(source.Address, entry.Address, out var address))
        {
            return source.Fail(location, "It is not on the host of the sitemap, so it is not read.");
        }

        try
        {
            var page = await fetcher.FetchAsync(address, entry.Modified, cancellationToken).ConfigureAwait(false);
            return await pages.ReadAsync(source, location, address, page, cancellationToken).ConfigureAwait(false);
        }
        catch (WebFetchException e) when (e.RetryAt is null)
        {
            return source.Fail(location, e.Message) with { IsGone = e.IsGone };
        }
        catch (ArticleFormatException e)
        {
            return source.Fail(location, e.Message);
        }
    }

    private void CheckCount(int count)
    {
        if (count > web.MaxPages)
        {
            throw new ArticleFormatException(string.Create(
                CultureInfo.InvariantCulture, $"The sitemap names more than {web.MaxPages:N0} pages, so nothing was read. Raise {WebOptions.MaxPagesSetting} if that is right."));
        }
    }

    // sitemaps.org, "Sitemap file location": a sitemap speaks for its own host alone.
    private static bool IsOfHost(Uri sitemap, string address, out Uri uri) =>
        Uri.TryCreate(address, UriKind.Absolute, out uri!) && string.Equals(uri.Authority, sitemap.Authority, StringComparison.OrdinalIgnoreCase);
}
