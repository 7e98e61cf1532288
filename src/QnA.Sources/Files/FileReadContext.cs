using System.Globalization;
using QnA.Core.Articles;
using QnA.Core.Ingestion;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files;

/// <summary>A file to read, and what a reader needs for it.</summary>
/// <param name="SourceName">The name of the source that found the file.</param>
/// <param name="Path">The full path; also the <see cref="Article.Location"/> of its articles.</param>
/// <param name="Id">The id of the file's article where the file names none itself.</param>
/// <param name="Options">The limits.</param>
public sealed record FileReadContext(string SourceName, string Path, string Id, ArticleFileOptions Options)
{
    private readonly DocumentWorkers? _workers;

    internal FileReadContext(string sourceName, string path, string id, ArticleFileOptions options, DocumentWorkers workers)
        : this(sourceName, path, id, options) => _workers = workers;

    /// <summary>Gets the contents where they are at hand; <see langword="null"/> where they lie in the file.</summary>
    internal byte[]? Contents { get; init; }

    // Others may write, rename or delete the file while it is read; what changed is noticed and reported.
    private const FileShare Sharing = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>Opens the file for reading from its start to its end.</summary>
    /// <exception cref="IOException">The file cannot be opened, or is gone.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public FileStream OpenRead() => new(Path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = Sharing,
        BufferSize = 0,
        Options = FileOptions.SequentialScan | FileOptions.Asynchronous,
    });

    /// <summary>Reads the whole of a file that is one article.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleFormatException">
    /// The file is larger than <see cref="ArticleFileOptions.MaxFileBytes"/>, or changed while it was read.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public async Task<byte[]> ReadAllBytesAsync(CancellationToken cancellationToken)
    {
        if (Contents is { } contents)
        {
            return contents;
        }

        var stream = OpenRead();
        await using (stream.ConfigureAwait(false))
        {
            var length = stream.Length;
            if (length > Options.MaxFileBytes)
            {
                throw new ArticleFormatException(TooLarge("The file", length));
            }

            var bytes = new byte[length];
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var changed = read < length || await stream.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) > 0;
            return changed ? throw new ArticleFormatException("The file changed while it was read. Ingest it again.") : bytes;
        }
    }

    /// <summary>Parses contents that nobody vouches for: on a thread that is given up when it takes too long.</summary>
    /// <param name="parse">Parses; asks the budget now and then, and spends what it unpacks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArticleFormatException">
    /// The contents are wrong, it took longer than <see cref="ArticleFileOptions.MaxReadTime"/>, or another limit was passed.
    /// </exception>
    public Task<T> ParseAsync<T>(Func<DocumentBudget, T> parse, CancellationToken cancellationToken) =>
        (_workers ?? new DocumentWorkers(TimeProvider.System)).RunAsync(Options, parse, cancellationToken);

    /// <summary>Says that something is larger than the limit, in words that name the setting.</summary>
    /// <param name="what">What is too large: <c>The file</c>.</param>
    /// <param name="bytes">How large it is.</param>
    internal string TooLarge(string what, long bytes) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what} has {bytes:N0} bytes, and an article may have {Options.MaxFileBytes:N0}. Split it, or raise {ArticleFileOptions.MaxFileBytesSetting}.");

    /// <summary>Makes a failure of this file.</summary>
    /// <param name="reason">What was wrong and what to do.</param>
    /// <param name="line">The line, from 1; <see langword="null"/> where it does not matter.</param>
    /// <param name="bytes">How much of the file it used up.</param>
    public FailedArticle Fail(string reason, int? line, long bytes) => new(new ArticleFailure(SourceName, Path, line, reason), bytes);
}
