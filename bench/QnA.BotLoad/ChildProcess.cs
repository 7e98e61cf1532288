using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace QnA.BotLoad;

/// <summary>A program that runs beside this one; it is killed when this object is disposed.</summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>The argument that makes this program an echo bot.</summary>
    public const string EchoBot = "serve-echo";

    /// <summary>The argument that makes this program a channel's connector service.</summary>
    public const string Connector = "serve-connector";

    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Gets how much memory it has in RAM, in bytes; 0 once it has ended.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>Gets how much processor time it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Starts this program in a role of its own and gives the address that it says it listens on.</summary>
    public static Task<(ChildProcess Process, string Address)> StartRoleAsync(string role, CancellationToken cancellationToken) =>
        StartAsync(Path.Combine(AppContext.BaseDirectory, "QnA.BotLoad.dll"), [role], AppContext.BaseDirectory, Stream.Null, cancellationToken);

    /// <summary>Starts QnA's own bot with a state and an index in a folder, and gives the address that it says it listens on.</summary>
    public static Task<(ChildProcess Process, string Address)> StartBotAsync(string folder, string[] settings, CancellationToken cancellationToken) => StartAsync(
        Path.Combine(AppContext.BaseDirectory, "QnA.Bot.dll"),
        [
            "--environment=Development", "--Urls=http://127.0.0.1:0", $"--Index:Path={Path.Combine(folder, "index")}", $"--State:Path={Path.Combine(folder, "state.db")}",
            "--DirectLine:RequestsPerMinute=100000", "--DirectLine:IdleTimeout=00:01:00", "--Bot:MessagesPerMinute=100000",
            "--Logging:LogLevel:QnA=Error", "--Logging:LogLevel:Microsoft.Bot=None", .. settings,
        ],
        folder,
        Stream.Null,
        cancellationToken);

    /// <summary>Waits until a bot has read its articles.</summary>
    public static async Task WaitUntilReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await client.GetAsync(new Uri("health/ready", UriKind.Relative), cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Starts a .NET program and waits until it says where it listens.</summary>
    /// <param name="program">The path of its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="log">Takes what it writes after that; stays open.</param>
    /// <param name="cancellationToken">Stops the waiting, and kills it.</param>
    /// <exception cref="InvalidOperationException">It ended without saying so.</exception>
    public static async Task<(ChildProcess Process, string Address)> StartAsync(
        string program, string[] arguments, string folder, Stream log, CancellationToken cancellationToken)
    {
        const string Listens = "Now listening on: ";
        var process = new ChildProcess(Start("dotnet", [program, .. arguments], folder));
        try
        {
            var output = process._process.StandardOutput;
            var said = new StringBuilder();
            while (await output.ReadLineAsync(cancellationToken) is { } line)
            {
                said.AppendLine(line);
                if (line.IndexOf(Listens, StringComparison.Ordinal) is >= 0 and var at)
                {
                    await log.WriteAsync(Encoding.UTF8.GetBytes(said.ToString()), cancellationToken);

                    // What is not read blocks the writer once the pipe is full.
                    _ = output.BaseStream.CopyToAsync(log, CancellationToken.None);
                    return (process, line[(at + Listens.Length)..].Trim());
                }
            }

            throw new InvalidOperationException($"{program} ended before it listened: {said}");
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Runs a program to its end and gives what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, AppContext.BaseDirectory);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }

    /// <summary>Sends it a signal, as <c>kill -NAME</c> does.</summary>
    public Task SignalAsync(string name, CancellationToken cancellationToken) =>
        RunAsync("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {_process.Id}")], cancellationToken);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static Process Start(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        return Process.Start(start)!;
    }
}
