using Microsoft.Extensions.Options;
using QnA.Core.Ingestion;
using QnA.Sources.Files;
using QnA.Sources.Files.Limits;
using QnA.Sources.Web;
using QnA.Sources.Web.Feeds;
using QnA.Sources.Web.Fetching;
using QnA.Sources.Web.Pages;
using QnA.Sources.Web.Sitemaps;

namespace QnA.Sources;

/// <summary>Makes the source for what a person named: the path of a folder or a file, or an address of the web.</summary>
/// <remarks>Immutable and safe for concurrent use, as are its sources.</remarks>
public sealed class ArticleSourceFactory
{
    private readonly ArticleFileReaders _readers;
    private readonly IOptions<ArticleFileOptions> _options;
    private readonly DocumentWorkers _workers;
    private readonly WebFetcher? _fetcher;
    private readonly IReadOnlyList<IWebReader> _webReaders = [];

    /// <summary>Creates a factory.</summary>
    /// <param name="readers">A reader for every kind of file.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock that <see cref="ArticleFileOptions.MaxReadTime"/> is measured by; the default is the system's.</param>
    /// <param name="fetcher">Fetches from the web; <see langword="null"/> where addresses are not read.</param>
    /// <param name="web">The limits of what is fetched.</param>
    /// <exception cref="ArgumentException">Two readers want the same extension, or an extension does not begin with a dot.</exception>
    public ArticleSourceFactory(IEnumerable<IArticleFileReader> readers, IOptions<ArticleFileOptions> options, TimeProvider? time = null, WebFetcher? fetcher = null, IOptions<WebOptions>? web = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _readers = new ArticleFileReaders(readers);
        _options = options;
        _workers = new DocumentWorkers(time ?? TimeProvider.System);
        if (fetcher is not null)
        {
            var limits = web?.Value ?? new WebOptions();
            var pages = new PageArticles(_readers, options.Value, _workers);
            _fetcher = fetcher;

            // A page last: whatever is nothing else is one.
            _webReaders = [new FeedReader(limits, options.Value, _workers), new SitemapReader(fetcher, pages, limits, options.Value, _workers), new PageReader(pages)];
        }
    }

    /// <summary>Gets the extensions of the files that are read, with their dots, in ordinal order.</summary>
    public IReadOnlyList<string> SupportedExtensions => _readers.Extensions;

    /// <summary>Tells whether what a person named is an address of the web.</summary>
    public static bool IsAddress(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Makes a source of an address.</summary>
    /// <param name="address">An http or https address.</param>
    /// <param name="kind">What it leads to.</param>
    /// <param name="tags">Given to each of its articles.</param>
    /// <param name="keepVanished">Whether what it no longer names is kept.</param>
    /// <exception cref="ArgumentException">It is an address that is not fetched, or this factory fetches none; the message is for people.</exception>
    public IArticleSource CreateWeb(string address, WebSourceKind kind, IEnumerable<string> tags, bool keepVanished)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        if (_fetcher is null)
        {
            throw new ArgumentException("Nothing is fetched from the web here.", nameof(address));
        }

        try
        {
            return new WebArticleSource(new WebSourceContext(AddressPolicy.Parse(address), [.. tags]), kind, keepVanished, _fetcher, _webReaders);
        }
        catch (WebFetchException e)
        {
            throw new ArgumentException(e.Message, nameof(address), e);
        }
    }

    /// <summary>Forgets what was fetched from addresses that no source asks for any more.</summary>
    internal void ForgetUnused() => _fetcher?.ForgetUnused();

    /// <summary>Makes a source of a path or an address.</summary>
    /// <param name="path">
    /// A folder, read with everything below it, or one file; a relative path starts at the current directory. It need not exist yet:
    /// what is wrong with it is told when it is read. Or an address that begins with http:// or https://: of a page, a feed or a sitemap.
    /// </param>
    /// <exception cref="ArgumentException">The path is empty or holds a character that no path can have.</exception>
    public IArticleSource Create(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (IsAddress(path) && _fetcher is not null)
        {
            return CreateWeb(path, WebSourceKind.Auto, [], keepVanished: false);
        }

        return new FileArticleSource(Path.GetFullPath(path), _readers, _options.Value, _workers);
    }
}
