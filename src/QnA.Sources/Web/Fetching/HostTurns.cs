using System.Collections.Concurrent;

namespace QnA.Sources.Web.Fetching;

/// <summary>Lets one request at a time go to a host, and leaves it alone in between, and for as long as it asks to be.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class HostTurns(TimeProvider time)
{
    /// <summary>The longest that a server is left alone for its own word: a day, so that a mistake of it does not last for ever.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn of a request.</summary>
    /// <param name="host">The host.</param>
    /// <param name="delay">How long it is left alone after the request before.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The turn, which ends when it is disposed.</returns>
    /// <exception cref="WebFetchException">The host asked to be left alone for longer.</exception>
    public async Task<IDisposable> TakeAsync(string host, TimeSpan delay, CancellationToken cancellationToken)
    {
        var state = _hosts.GetOrAdd(host, _ => new Host());
        await state.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = time.GetUtcNow();
            if (state.NotBefore > now)
            {
                throw Wait(host, state.NotBefore);
            }

            var left = state.Last + delay - now;
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
            }

            return new Turn(state, time);
        }
        catch
        {
            state.Gate.Release();
            throw;
        }
    }

    /// <summary>Leaves a host alone until a time that it named.</summary>
    /// <returns>Until when it is.</returns>
    public DateTimeOffset Hold(string host, DateTimeOffset until)
    {
        var longest = time.GetUtcNow() + LongestWait;
        var bounded = until < longest ? until : longest;
        _hosts.GetOrAdd(host, _ => new Host()).NotBefore = bounded;
        return bounded;
    }

    private static WebFetchException Wait(string host, DateTimeOffset until) =>
        new($"{host} asked not to be asked before {until:yyyy-MM-dd HH:mm:ss}Z.") { RetryAt = until };

    private sealed class Host
    {
        private long _notBefore;

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset Last { get; set; }

        public DateTimeOffset NotBefore
        {
            get => new(Interlocked.Read(ref _notBefore), TimeSpan.Zero);
            set => Interlocked.Exchange(ref _notBefore, value.UtcTicks);
        }
    }

    private sealed class Turn(Host host, TimeProvider time) : IDisposable
    {
        public void Dispose()
        {
            host.Last = time.GetUtcNow();
            host.Gate.Release();
        }
    }
}
