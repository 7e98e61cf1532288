namespace QnA.Bot.Tests.Infrastructure;

/// <summary>For what happens in the background and can only be seen from outside.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan? within = null)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(within ?? TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await Task.Delay(Between, TimeProvider.System, timeout.Token);
        }
    }
}
