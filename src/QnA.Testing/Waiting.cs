namespace QnA.Testing;

/// <summary>Waits for what can only be seen from outside.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    /// <summary>Looks again and again.</summary>
    /// <exception cref="TestBotException">It was not so in time.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string> expected, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > timeout)
            {
                throw new TestBotException($"Waited {timeout.TotalSeconds:0.#} s in vain for {expected()}.");
            }

            await Task.Delay(Between, TimeProvider.System, cancellationToken);
        }
    }
}
