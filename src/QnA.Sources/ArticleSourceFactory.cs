using Microsoft.Extensions.Options;
using QnA.Core.Ingestion;
using QnA.Sources.Files;
using QnA.Sources.Files.Limits;

namespace QnA.Sources;

/// <summary>Makes the source for what a person named: today the path of a folder or a file.</summary>
/// <remarks>Immutable and safe for concurrent use, as are its sources.</remarks>
public sealed class ArticleSourceFactory
{
    private readonly ArticleFileReaders _readers;
    private readonly IOptions<ArticleFileOptions> _options;
    private readonly DocumentWorkers _workers;

    /// <summary>Creates a factory.</summary>
    /// <param name="readers">A reader for every kind of file.</param>
    /// <param name="options">The limits.</param>
    /// <param name="time">The clock that <see cref="ArticleFileOptions.MaxReadTime"/> is measured by; the default is the system's.</param>
    /// <exception cref="ArgumentException">Two readers want the same extension, or an extension does not begin with a dot.</exception>
    public ArticleSourceFactory(IEnumerable<IArticleFileReader> readers, IOptions<ArticleFileOptions> options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        _readers = new ArticleFileReaders(readers);
        _options = options;
        _workers = new DocumentWorkers(time ?? TimeProvider.System);
    }

    /// <summary>Gets the extensions of the files that are read, with their dots, in ordinal order.</summary>
    public IReadOnlyList<string> SupportedExtensions => _readers.Extensions;

    /// <summary>Makes a source of a path.</summary>
    /// <param name="path">
    /// A folder, read with everything below it, or one file; a relative path starts at the current directory. It need not exist yet:
    /// what is wrong with it is told when it is read.
    /// </param>
    /// <exception cref="ArgumentException">The path is empty or holds a character that no path can have.</exception>
    public IArticleSource Create(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new FileArticleSource(Path.GetFullPath(path), _readers, _options.Value, _workers);
    }
}
