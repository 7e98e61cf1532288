using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace QnA.Bot.Tests.Infrastructure;

/// <summary>The real program in a process of its own, for what only the end of a process shows.</summary>
internal sealed class BotProcess : IDisposable
{
    private const string Listens = "Now listening on: ";

    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly FakeConnector _connector;

    private BotProcess(Process process, Uri address, FakeConnector connector)
    {
        _process = process;
        _connector = connector;
        _client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>Starts the program in a folder whose <c>articles/</c> it reads, and waits until it is ready.</summary>
    public static async Task<BotProcess> StartAsync(string folder, FakeConnector connector, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Development" },
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "QnA.Bot.dll"), "--Urls=http://127.0.0.1:0", $"--Articles:Paths:0={Path.Combine(folder, "articles")}",
            $"--Index:Path={Path.Combine(folder, "index")}", $"--State:Path={Path.Combine(folder, "state.db")}", .. settings,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.IndexOf(Listens, StringComparison.Ordinal) is >= 0 and var at)
            {
                // What is not read blocks the writer once the pipe is full.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
                var bot = new BotProcess(process, new Uri(line[(at + Listens.Length)..].Trim()), connector);
                await Eventually.TrueAsync(bot.IsReadyAsync);
                return bot;
            }
        }

        throw new InvalidOperationException("The bot ended before it listened.");
    }

    /// <summary>Runs the program until it ends by itself.</summary>
    /// <returns>Its exit code, and all that it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(
        string folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] settings)
    {
        using var process = Run(folder, environment, settings);
        var texts = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(texts));
    }

    /// <summary>Runs the program until it says where it listens.</summary>
    public static async Task<string> FindAddressAsync(string folder, IEnumerable<KeyValuePair<string, string>> environment)
    {
        using var process = Run(folder, environment, []);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.IndexOf(Listens, StringComparison.Ordinal) is >= 0 and var at)
                {
                    return line[(at + Listens.Length)..].Trim();
                }
            }

            throw new InvalidOperationException("The bot ended before it listened: " + await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Sends a message whose answer goes to the connector.</summary>
    public Task<HttpResponseMessage> SendAsync(string text, string conversation) => PostAsync(new JsonObject
    {
        ["type"] = "message",
        ["text"] = text,
        ["id"] = Guid.NewGuid().ToString("N"),
        ["channelId"] = "emulator",
        ["serviceUrl"] = _connector.ServiceUrl,
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["from"] = new JsonObject { ["id"] = "user of " + conversation },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
    });

    public async Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        return await _client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the program to end, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends the program without a word, as a power cut does.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the program has ended by itself.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _client.Dispose();
    }

    private static Process Run(string folder, IEnumerable<KeyValuePair<string, string>> environment, string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", 
        [
            Path.Combine(AppContext.BaseDirectory, "QnA.Bot.dll"), $"--Articles:Paths:0={Path.Combine(folder, "articles")}",
            $"--Index:Path={Path.Combine(folder, "index")}", $"--State:Path={Path.Combine(folder, "state.db")}", .. settings,
        ])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_ENVIRONMENT"] = "Development" },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private async Task<bool> IsReadyAsync()
    {
        using var response = await _client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode;
    }
}
