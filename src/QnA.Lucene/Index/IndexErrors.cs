using Lucene.Net.Index;
using Lucene.Net.Store;
using QnA.Core.Ingestion;

namespace QnA.Lucene.Index;

/// <summary>Says in people's words what went wrong with an index.</summary>
internal static class IndexErrors
{
    /// <summary>Does something to an index.</summary>
    /// <param name="verb">What fails when it fails: the index cannot be <c>read</c> or <c>written</c>.</param>
    /// <param name="path">Where the index is.</param>
    /// <param name="action">What to do.</param>
    /// <exception cref="ArticleStoreException">It failed for a reason that people can mend; a defect or a cancellation passes as it is.</exception>
    public static T Explain<T>(string verb, string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (Translate(exception, verb, path) is not null)
        {
            throw Translate(exception, verb, path)!;
        }
    }

    /// <inheritdoc cref="Explain{T}"/>
    public static void Explain(string verb, string path, Action action) =>
        Explain(verb, path, () =>
        {
            action();
            return true;
        });

    private static ArticleStoreException? Translate(Exception exception, string verb, string path) => exception switch
    {
        LockObtainFailedException => new ArticleStoreException(
            $"The index {path} is being written by another process. Wait until it has finished, or use another index.", exception),
        IndexFormatTooOldException or IndexFormatTooNewException => new ArticleStoreException(
            $"The index {path} was made by another version. Delete the directory and ingest the articles again.", exception),
        // Lucene.NET throws a plain IOException where a file's checksum is not that of its bytes.
        IOException when exception is CorruptIndexException || exception.Message.StartsWith("checksum failed", StringComparison.Ordinal) => new ArticleStoreException(
            $"The index {path} is damaged. Delete the directory and ingest the articles again. ({exception.Message})", exception),
        UnauthorizedAccessException => new ArticleStoreException(
            $"The index {path} cannot be {verb}: permission denied. Check who owns the directory.", exception),
        IOException => new ArticleStoreException($"The index {path} cannot be {verb}: {exception.Message}", exception),
        // A writer that met a full disk closes itself; what came first says why.
        ObjectDisposedException { InnerException: IOException cause } => new ArticleStoreException(
            $"The index {path} cannot be {verb}: {cause.Message}", exception),
        _ => null,
    };
}
