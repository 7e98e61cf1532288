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
        catch (Exception exception)
        {
            if (Translate(exception, verb, path) is { } translated)
            {
                throw translated;
            }

            throw;
        }
    }

    /// <inheritdoc cref="Explain{T}"/>
    public static void Explain(string verb, string path, Action action) =>
        Explain(verb, path, () =>
        {
            action();
            return true;
        });

    /// <summary>Says that an index is damaged, and how it is mended.</summary>
    /// <param name="path">Where the index is.</param>
    /// <param name="damage">What is wrong, without a full stop.</param>
    /// <param name="cause">What came of it.</param>
    public static ArticleStoreException Damaged(string path, string damage, Exception? cause = null) => new(
        $"The index {path} is damaged: {damage}. Stop the bot, take out what is damaged with qna index check --repair, and run qna ingest with the " +
        "folders and files of the articles.",
        cause)
    {
        IsDamage = true,
    };

    private static ArticleStoreException? Translate(Exception exception, string verb, string path) => exception switch
    {
        ArticleStoreException or OperationCanceledException => null,
        LockObtainFailedException => new ArticleStoreException(
            $"The index {path} is being written by another process. Wait until it has finished, or use another index.", exception),
        UnauthorizedAccessException => new ArticleStoreException(
            $"The index {path} cannot be {verb}: permission denied. Check who owns the directory.", exception),
        DamagedArticleException => Damaged(path, exception.Message, exception),
        // A writer that met a full disk closes itself; what came first says why.
        ObjectDisposedException { InnerException: { } cause } => Translate(cause, verb, path),
        ObjectDisposedException => null,
        // What damaged bytes make their reader throw is not foreseeable, and it must not be taken for a defect, or a defect for damage.
        _ when IndexDamage.Find(path) is { } damage => Damaged(path, damage, exception),
        IndexFormatTooOldException or IndexFormatTooNewException => new ArticleStoreException(
            $"The index {path} was made by another version. Delete the directory and ingest the articles again.", exception),
        IOException => new ArticleStoreException($"The index {path} cannot be {verb}: {exception.Message}", exception),
        _ => null,
    };
}
