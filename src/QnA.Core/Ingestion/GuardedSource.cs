using System.Runtime.CompilerServices;

namespace QnA.Core.Ingestion;

/// <summary>Reads a source so that its exceptions are failures among its articles, and stop no other source.</summary>
internal static class GuardedSource
{
    /// <summary>Reads a source; where it throws, its last item is a failure of the source as a whole.</summary>
    public static async IAsyncEnumerable<SourceItem> ReadGuardedAsync(
        this IArticleSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = source.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            while (true)
            {
                SourceItem? item;
                Exception? failure = null;
                try
                {
                    item = await items.MoveNextAsync().ConfigureAwait(false) ? items.Current : null;
                }
                catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
                {
                    failure = exception;
                    item = new FailedArticle(
                        new ArticleFailure(source.Name, Location: null, Line: null, $"The source could not be read to its end: {exception.Message}"),
                        Bytes: 0);
                }

                if (item is null)
                {
                    yield break;
                }

                yield return item;
                if (failure is not null)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>Measures a source; 0 where that fails, for nothing but progress depends on it.</summary>
    public static async ValueTask<long> MeasureGuardedAsync(this IArticleSource source, CancellationToken cancellationToken)
    {
        try
        {
            return await source.GetSizeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsCancellation(exception, cancellationToken))
        {
            return 0;
        }
    }

    private static bool IsCancellation(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && cancellationToken.IsCancellationRequested;
}
