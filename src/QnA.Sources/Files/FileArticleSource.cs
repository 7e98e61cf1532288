using System.Runtime.CompilerServices;
using QnA.Core.Ingestion;
using QnA.Sources.Files.Limits;

namespace QnA.Sources.Files;

/// <summary>The articles of a folder, with everything below it, or of one file.</summary>
/// <remarks>
/// <para>
/// The id of a file's article is the name of the folder and the path below it: <c>2024/a.md</c> in a folder <c>news</c> is
/// <c>news/2024/a.md</c> wherever <c>news</c> lies. One file given alone is named by the folder that it lies in: <c>2024/a.md</c>.
/// A file that names an id itself (front matter, JSON Lines) keeps it either way.
/// </para>
/// <para>Immutable and safe for concurrent use; every reading looks at the disk anew.</para>
/// </remarks>
internal sealed class FileArticleSource : IArticleSource
{
    private readonly ArticleFileReaders _readers;
    private readonly ArticleFileOptions _options;
    private readonly DocumentWorkers _workers;
    private readonly FolderLister _lister;

    /// <summary>Creates a source.</summary>
    /// <param name="path">A full path, of a folder or a file.</param>
    /// <param name="readers">The readers.</param>
    /// <param name="options">The limits.</param>
    /// <param name="workers">Parse the documents.</param>
    /// <param name="lister">How folders are listed; the default asks the file system.</param>
    public FileArticleSource(string path, ArticleFileReaders readers, ArticleFileOptions options, DocumentWorkers workers, FolderLister? lister = null)
    {
        Name = Path.TrimEndingDirectorySeparator(path);
        _readers = readers;
        _options = options;
        _workers = workers;
        _lister = lister ?? new FolderLister();
    }

    public string Name { get; }

    public ValueTask<long> GetSizeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Directory.Exists(Name)
            ? List(cancellationToken).Files.Sum(file => file.Length)
            : FilePaths.LengthOrZero(Name));
    }

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Directory.Exists(Name))
        {
            var listing = List(cancellationToken);
            foreach (var problem in listing.Problems)
            {
                yield return FailWhole(problem);
            }

            foreach (var file in listing.Files)
            {
                await foreach (var item in ReadFileAsync(file.Path, FilePaths.Id(Name, file.RelativePath), file.Length, cancellationToken))
                {
                    yield return item;
                }
            }
        }
        else if (!File.Exists(Name))
        {
            yield return FailWhole("There is no such file or folder, or this account may not see it. Check the path.");
        }
        else if (!_readers.TryGet(Name, out _))
        {
            yield return FailWhole(
                $"Files of the extension '{Path.GetExtension(Name)}' cannot be read. Supported: {string.Join(", ", _readers.Extensions)}.");
        }
        else
        {
            var id = FilePaths.Id(Path.GetDirectoryName(Name)!, Path.GetFileName(Name));
            await foreach (var item in ReadFileAsync(Name, id, FilePaths.LengthOrZero(Name), cancellationToken))
            {
                yield return item;
            }
        }
    }

    public bool Covers(string location) => FilePaths.Comparer.Equals(location, Name) || FilePaths.IsBelow(Name, location);

    public bool IsGone(string location)
    {
        if (!Path.IsPathFullyQualified(location))
        {
            return false;
        }

        try
        {
            _ = File.GetAttributes(location);
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadFileAsync(
        string path, string id, long length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = new FileReadContext(Name, path, id, _options, _workers);
        var left = length;
        FailedArticle? failed = null;
        var items = ReadWithReaderAsync(file, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            while (await TryMoveNextAsync())
            {
                left -= items.Current.Bytes;
                yield return items.Current;
            }
        }

        if (failed is not null)
        {
            yield return failed;
        }

        async ValueTask<bool> TryMoveNextAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await items.MoveNextAsync();
            }
            catch (OperationCanceledException)
            {
                throw;
            }
            catch (Exception e)
            {
                // One file's failure, even a parser's defect that hostile contents brought to light, never stops the others.
                failed = file.Fail(FileFailures.Describe(e), (e as ArticleFormatException)?.Line, Math.Max(0, left));
                return false;
            }
        }
    }

    private async IAsyncEnumerable<SourceItem> ReadWithReaderAsync(
        FileReadContext file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Asked before it is opened: to open a pipe, whose length is 0 too, would wait for a writer.
        if (FilePaths.LengthOf(file.Path) == 0)
        {
            throw new ArticleFormatException("The file is empty.");
        }

        if (_readers.TryGet(file.Path, out var reader))
        {
            await foreach (var item in reader.ReadAsync(file, cancellationToken))
            {
                yield return item;
            }
        }
    }

    private FolderListing List(CancellationToken cancellationToken) =>
        _lister.List(Name, path => _readers.TryGet(path, out _), cancellationToken);

    private FailedArticle FailWhole(string reason) => new(new ArticleFailure(Name, Location: null, Line: null, reason), Bytes: 0);
}
