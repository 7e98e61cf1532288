using QnA.Sources.Freshness;

namespace QnA.Bot.Following;

/// <summary>Reads the sources of <c>Articles:Sources</c> in the background, each when its time has come.</summary>
internal sealed partial class SourceFollower(SourceRefresher refresher, TimeProvider time, ILogger<SourceFollower> logger) : BackgroundService
{
    // The command line may have read a source meanwhile, which changes when its time comes.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // A clock that was set back, or a state that cannot be kept, must not make it ask without a pause.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                if (await refresher.RefreshDueAsync(stoppingToken) is not { } next)
                {
                    return;
                }

                wait = TimeSpan.FromTicks(Math.Clamp((next - time.GetUtcNow()).Ticks, ShortestWait.Ticks, LongestWait.Ticks));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.Failed(logger, exception, exception.Message);
                wait = LongestWait;
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The sources could not be refreshed and will be tried again: {Reason}")]
        public static partial void Failed(ILogger logger, Exception exception, string reason);
    }
}
