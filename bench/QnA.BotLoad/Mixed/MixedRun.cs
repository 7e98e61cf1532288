using System.Diagnostics;
using System.Globalization;

namespace QnA.BotLoad.Mixed;

/// <summary>Sends QnA's own bot a mixture of requests at a steady rate and watches its memory.</summary>
internal sealed class MixedRun(TimeSpan duration)
{
    private const int RequestsPerSecond = 100;

    // A bot that falls behind must not be hidden by a driver that waits for it, but neither may the driver run out of sockets.
    private const int MaxAtOnce = 500;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("qna-mixed-").FullName;
        try
        {
            var (connector, serviceUrl) = await ChildProcess.StartRoleAsync(ChildProcess.Connector, cancellationToken);
            using var _ = connector;
            var (bot, address) = await ChildProcess.StartBotAsync(
                folder, [$"--Articles:Paths:0={Path.Combine(AppContext.BaseDirectory, "articles")}"], cancellationToken);
            using var __ = bot;
            using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = RequestTimeout };
            await ChildProcess.WaitUntilReadyAsync(client, cancellationToken);
            var tally = new Tally();
            await SendAsync(new Requests(client, serviceUrl), tally, bot, cancellationToken);
            tally.Print();
            return tally.Failures == 0 && !bot.HasExited ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task SendAsync(Requests requests, Tally tally, ChildProcess bot, CancellationToken cancellationToken)
    {
        (string Kind, Func<int, CancellationToken, Task> Send)[] kinds =
        [
            ("question, reply in response", requests.AskForReplyAsync),
            ("question, reply by callback", requests.AskAsync),
            ("question over Direct Line", requests.TalkOverDirectLineAsync),
            ("feedback (invoke)", requests.SendFeedbackAsync),
            ("bad input", requests.SendBadInputAsync),
        ];
        var started = Stopwatch.GetTimestamp();
        using var room = new SemaphoreSlim(MaxAtOnce);
        List<Task> running = [];
        var (minute, number) = (0, 0);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1d / RequestsPerSecond));
        while (Stopwatch.GetElapsedTime(started) is var passed && passed < duration && await pace.WaitForNextTickAsync(cancellationToken))
        {
            if ((int)passed.TotalMinutes >= minute)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"minute {minute,2}: {bot.WorkingSet / 1048576} MB, {number} requests, {tally.Failures} failed"));
                minute++;
            }

            await room.WaitAsync(cancellationToken);
            var (kind, send) = kinds[number % kinds.Length];
            running.RemoveAll(task => task.IsCompleted);
            running.Add(RunAsync(kind, send, number++, tally, room, cancellationToken));
        }

        await Task.WhenAll(running);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"end: {bot.WorkingSet / 1048576} MB, {number} requests, {tally.Failures} failed"));
    }

    private static async Task RunAsync(
        string kind, Func<int, CancellationToken, Task> send, int number, Tally tally, SemaphoreSlim room, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await send(number, cancellationToken).WaitAsync(RequestTimeout, cancellationToken);
            tally.Succeeded(kind, Stopwatch.GetElapsedTime(started));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            tally.Failed(kind, exception.Message);
        }
        finally
        {
            room.Release();
        }
    }
}
