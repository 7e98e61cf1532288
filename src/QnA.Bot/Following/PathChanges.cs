using System.Threading.Channels;

namespace QnA.Bot.Following;

/// <summary>Tells when something below a few paths changes: by the system's notifications, and by looking where there are none.</summary>
/// <remarks>For one waiter.</remarks>
internal sealed class PathChanges : IDisposable
{
    // Notifications can be lost (a full buffer, a path replaced under its watch); a look now and then finds what they missed.
    private const int SafetyFactor = 30;

    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly WatchedPath[] _paths;
    private readonly TimeSpan _pollInterval;
    private readonly TimeProvider _time;

    /// <summary>Starts to watch.</summary>
    /// <param name="paths">Full paths of folders and files; they need not exist.</param>
    /// <param name="pollInterval">How often a path is looked at that the system cannot watch.</param>
    /// <param name="time">Measures the time between looks.</param>
    public PathChanges(IEnumerable<string> paths, TimeSpan pollInterval, TimeProvider time)
    {
        _pollInterval = pollInterval;
        _time = time;
        _paths = [.. paths.Select(path => new WatchedPath(path, Signal))];
    }

    /// <summary>Waits for a change since the last wait.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var signal = _signals.Reader.ReadAsync(timeout.Token).AsTask();
            if (await Task.WhenAny(signal, Task.Delay(_pollInterval, _time, timeout.Token)) == signal)
            {
                await signal;
                return;
            }

            await timeout.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            var all = look % SafetyFactor == 0;
            var changed = false;
            foreach (var path in _paths)
            {
                changed |= (all || !path.IsWatched) && path.HasChanged();
            }

            if (changed)
            {
                return;
            }
        }
    }

    /// <summary>Waits until changes cease for a moment.</summary>
    /// <param name="quiet">How long nothing must change.</param>
    /// <param name="longest">When to stop waiting all the same.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task SettleAsync(TimeSpan quiet, TimeSpan longest, CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        do
        {
            await Task.Delay(quiet, _time, cancellationToken);
        }
        while (_signals.Reader.TryRead(out _) && _time.GetElapsedTime(started) < longest);
    }

    public void Dispose()
    {
        foreach (var path in _paths)
        {
            path.Dispose();
        }
    }

    private void Signal() => _signals.Writer.TryWrite(true);
}
