using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace QnA.BotLoad.Echo;

/// <summary>Measures how many messages a second an echo bot answers, with <c>wrk</c>.</summary>
internal sealed partial class EchoRun(int rounds, TimeSpan duration)
{
    private const int Connections = 64;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (bot, address) = await ChildProcess.StartRoleAsync(ChildProcess.EchoBot, cancellationToken);
        using var _ = bot;
        var (connector, serviceUrl) = await ChildProcess.StartRoleAsync(ChildProcess.Connector, cancellationToken);
        using var __ = connector;
        var folder = Directory.CreateTempSubdirectory("qna-echo-").FullName;
        try
        {
            var expectReplies = await WriteScriptAsync(folder, "replies.lua", serviceUrl, """,\"deliveryMode\":\"expectReplies\" """.TrimEnd(), cancellationToken);
            var callbacks = await WriteScriptAsync(folder, "callbacks.lua", serviceUrl, "", cancellationToken);

            // The first calls compile the code.
            await WrkAsync(expectReplies, address, TimeSpan.FromSeconds(5), cancellationToken);
            await WrkAsync(callbacks, address, TimeSpan.FromSeconds(5), cancellationToken);
            List<double> replies = [], sent = [];
            for (var round = 1; round <= rounds; round++)
            {
                replies.Add(await MeasureAsync("replies in the response", expectReplies, address, bot, cancellationToken));
                var before = await CountAsync(serviceUrl, cancellationToken);
                sent.Add(await MeasureAsync("replies through the connector", callbacks, address, bot, cancellationToken));
                var reached = await CountAsync(serviceUrl, cancellationToken) - before;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  activities that reached the connector: {reached}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median of {rounds}: {Median(replies):N0} requests/s with replies in the response, {Median(sent):N0} requests/s through the connector"));
            return 0;
        }
        catch (Win32Exception)
        {
            await Console.Error.WriteLineAsync("wrk was not found; install it (apt-get install wrk).");
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<double> MeasureAsync(string what, string script, string address, ChildProcess bot, CancellationToken cancellationToken)
    {
        var before = bot.ProcessorTime;
        var result = await WrkAsync(script, address, duration, cancellationToken);
        var cores = (bot.ProcessorTime - before) / duration;
        var rate = double.Parse(Rate().Match(result).Groups["value"].Value, CultureInfo.InvariantCulture);
        var failures = Failures().Match(result);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {rate:N0} requests/s, p99 {Tail().Match(result).Groups["value"].Value}, bot on {cores:F2} cores, {bot.WorkingSet / 1048576} MB"));
        return failures.Success ? throw new InvalidOperationException(failures.Value.Trim()) : rate;
    }

    private static Task<string> WrkAsync(string script, string address, TimeSpan duration, CancellationToken cancellationToken) => ChildProcess.RunAsync(
        "wrk",
        ["-t1", $"-c{Connections}", $"-d{(int)duration.TotalSeconds}s", "--latency", "-s", script, address + "/api/messages"],
        cancellationToken);

    private static async Task<string> WriteScriptAsync(string folder, string name, string serviceUrl, string more, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, $$"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.body = "{\"type\":\"message\",\"id\":\"a1\",\"channelId\":\"emulator\",\"serviceUrl\":\"{{serviceUrl}}\",\"conversation\":{\"id\":\"c1\"},\"from\":{\"id\":\"u1\",\"name\":\"User\"},\"recipient\":{\"id\":\"bot\",\"name\":\"Bot\"},\"locale\":\"en-US\",\"text\":\"Who keeps the light?\"{{more}}}"
            """, cancellationToken);
        return path;
    }

    private static async Task<long> CountAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        return long.Parse(await client.GetStringAsync(new Uri(serviceUrl + ConnectorServer.CountPath), cancellationToken), CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex(@"Requests/sec:\s+(?<value>[\d.]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+(?<value>\S+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tail();

    [GeneratedRegex(@"Non-2xx[^\n]*|Socket errors[^\n]*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Failures();
}
