using QnA.Core.Ingestion;

namespace QnA.Bot.Following;

/// <summary>Lets the very first question wait for the very first articles, instead of answering that there are none.</summary>
internal sealed class FirstArticles(IArticleStore store, IngestionStatus status, TimeProvider time)
{
    // Longer than a person waits for an answer; a large collection answers from its first commit before that.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until there is an article, the articles have been read once, or patience ends.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (status.Current is { Completed: false, Error: null }
            && time.GetElapsedTime(started) < Patience
            && await IsEmptyAsync(cancellationToken))
        {
            await Task.Delay(Interval, time, cancellationToken);
        }
    }

    private async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await store.GetStatisticsAsync(cancellationToken)).Articles == 0;
        }
        catch (ArticleStoreException)
        {
            // The question itself meets it, and says so in words.
            return false;
        }
    }
}
