namespace QnA.Sources.Files.Limits;

/// <summary>Parses documents on threads of their own, and gives up those that take too long.</summary>
/// <remarks>
/// .NET can end no thread, and parsers know no cancellation. A parser that asks its <see cref="DocumentBudget"/> stops by itself; one
/// that does not is left behind at low priority, and there may be only so many of those before no more documents are read (see
/// <c>docs/decisions/0003-documents-are-parsed-within-limits.md</c>). Safe for concurrent use.
/// </remarks>
internal sealed class DocumentWorkers(TimeProvider time)
{
    /// <summary>How many may be left behind at once: each can hold a core and its document's memory.</summary>
    private const int MostAbandoned = 4;

    /// <summary>Deeper than a default stack, for parsers that recurse as deep as the limits on nesting allow.</summary>
    private const int StackBytes = 16 * 1024 * 1024;

    /// <summary>How much longer than its budget a parser has to notice by itself that it must stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private int _abandoned;

    /// <summary>Parses a document.</summary>
    /// <exception cref="ArticleFormatException">It took too long, or too many before it still run.</exception>
    public async Task<T> RunAsync<T>(ArticleFileOptions options, Func<DocumentBudget, T> parse, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Volatile.Read(ref _abandoned) >= MostAbandoned)
        {
            throw new ArticleFormatException(
                $"It was not read: {MostAbandoned} documents before it took too long and still hold the processor. " +
                "Remove them from the folder, restart this program and ingest again.");
        }

        // Cancelled as soon as nobody waits: a parser that asks its budget then ends soon after.
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var budget = new DocumentBudget(options, time, givenUp.Token);
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(parse, budget, result), StackBytes) { IsBackground = true, Name = "Document" };
        thread.Start();
        try
        {
            return await result.Task.WaitAsync(options.MaxReadTime + Grace, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e) when (!result.Task.IsCompleted)
        {
            throw new ArticleFormatException(DocumentBudget.TooSlow(options), e);
        }
        finally
        {
            if (!result.Task.IsCompleted)
            {
                await givenUp.CancelAsync().ConfigureAwait(false);
                Abandon(thread, result.Task);
            }
        }
    }

    private static void Run<T>(Func<DocumentBudget, T> parse, DocumentBudget budget, TaskCompletionSource<T> result)
    {
        try
        {
            var parsed = parse(budget);
            budget.Check();
            result.TrySetResult(parsed);
        }
        catch (Exception exception)
        {
            result.TrySetException(exception);
        }
    }

    private void Abandon(Thread thread, Task task)
    {
        Interlocked.Increment(ref _abandoned);
        try
        {
            thread.Priority = ThreadPriority.Lowest;
        }
        catch (ThreadStateException)
        {
            // It ended at this moment.
        }

        _ = task.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                Interlocked.Decrement(ref _abandoned);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
