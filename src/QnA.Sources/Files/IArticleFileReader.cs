using QnA.Core.Ingestion;

namespace QnA.Sources.Files;

/// <summary>Reads the articles of one kind of file.</summary>
/// <remarks>Safe for concurrent use. Registered beside the others in <see cref="SourcesQnABuilderExtensions.AddSources"/>.</remarks>
public interface IArticleFileReader
{
    /// <summary>Gets the extensions of its files, each with its dot, in lower case; files are matched in any case.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file, which is not empty.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// Its articles and, where a file holds several, its failures. An exception is the failure of what is left of the file: the
    /// caller turns it into one and goes on with the next file.
    /// </returns>
    /// <exception cref="ArticleFormatException">The file's contents are wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    IAsyncEnumerable<SourceItem> ReadAsync(FileReadContext file, CancellationToken cancellationToken);
}
