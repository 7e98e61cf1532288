using System.Diagnostics;

namespace QnA.BotLoad.Chaos;

/// <summary>QnA's bot as a process that can be killed, started again, stopped and continued, always at the same address.</summary>
internal sealed class BotUnderTest(string folder, string disk, int port, string[] settings, Ledger ledger) : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(40);

    private readonly FileStream _log = new(Path.Combine(folder, "bot.log"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    private readonly HttpClient _client = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

    private ChildProcess? _process;
    private bool _isRunning;

    public Uri Address => _client.BaseAddress!;

    public string Clock { get; } = Path.Combine(folder, "clock");

    public string State { get; } = Path.Combine(disk, "state.db");

    public string Log => _log.Name;

    /// <summary>Gets how many processes there were.</summary>
    public int Life { get; private set; }

    public long WorkingSet => _isRunning ? _process!.WorkingSet : 0;

    /// <summary>Gets whether the process ended though nobody ended it.</summary>
    public bool HasDied => _isRunning && _process!.HasExited;

    /// <summary>Starts it and waits until it has read its articles.</summary>
    /// <exception cref="InvalidOperationException">It did not start in two minutes.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            (_process, _) = await ChildProcess.StartAsync(
                Path.Combine(AppContext.BaseDirectory, "QnA.BotLoad.dll"),
                [
                    SteppedClock.BotRole, Clock, "--environment=Development", $"--Urls={Address.AbsoluteUri}", $"--Articles:Paths:0={Path.Combine(folder, "articles")}",
                    $"--Index:Path={Path.Combine(disk, "index")}", $"--State:Path={State}", $"--Web:Uploads:Path={Path.Combine(disk, "uploads")}",
                    $"--Articles:StatePath={Path.Combine(disk, "sources")}", $"--Articles:Web:Path={Path.Combine(disk, "web")}",
                    "--DirectLine:RequestsPerMinute=100000", "--DirectLine:IdleTimeout=00:01:00", "--Bot:MessagesPerMinute=100000",
                    "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", "--Logging:LogLevel:Microsoft.Bot=None",
                    .. settings,
                ],
                folder,
                _log,
                limit.Token);
            (_isRunning, Life) = (true, Life + 1);
            await ChildProcess.WaitUntilReadyAsync(_client, limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The bot was not ready after {StartLimit}.", exception);
        }
    }

    /// <summary>Kills it, leaves it so for a while, and starts it again.</summary>
    public async Task KillAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        ledger.Begin(Fault.Kill);
        _isRunning = false;
        _process!.Dispose();
        _process = null;
        await Task.Delay(duration, TimeProvider.System, cancellationToken);
        await StartAsync(cancellationToken);
        ledger.End(Fault.Kill);
    }

    /// <summary>Stops it and lets it go on after a while.</summary>
    public async Task PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        await _process!.SignalAsync("STOP", cancellationToken);
        try
        {
            await Task.Delay(duration, TimeProvider.System, cancellationToken);
        }
        finally
        {
            await _process.SignalAsync("CONT", CancellationToken.None);
        }
    }

    /// <summary>Lets it end as a service does; kills it where it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            _isRunning = false;
            if (!process.HasExited)
            {
                await process.SignalAsync("TERM", CancellationToken.None);
                var asked = Stopwatch.GetTimestamp();
                while (!process.HasExited && Stopwatch.GetElapsedTime(asked) < StopLimit)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
                }

                if (!process.HasExited)
                {
                    ledger.Fail($"the bot had not ended {StopLimit} after it was asked to");
                }
            }

            process.Dispose();
        }

        _client.Dispose();
        await _log.DisposeAsync();
    }
}
