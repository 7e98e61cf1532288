using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace QnA.BotLoad.Chaos;

/// <summary>Breaks what QnA's bot stands on, by a plan that a seed makes, while people use it, and holds against it what it must never do.</summary>
internal sealed class ChaosRun(TimeSpan duration, int seed)
{
    private const int PeopleAtOnce = 8;
    private const int FailuresShown = 20;

    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(2);
    private static readonly TimeSpan ShortestStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StormInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ChangeInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(2);

    private readonly Ledger _ledger = new();
    private readonly MemoryWatch _memory = new();
    private readonly List<Fault> _made = [];
    private volatile bool _storms;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            await Console.Error.WriteLineAsync("Signals and file systems are made as on Linux; run it there.");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("qna-chaos-").FullName;
        var isWhole = false;
        try
        {
            await using var disk = await SmallDisk.CreateAsync(folder, cancellationToken);
            var kinds = Enum.GetValues<Fault>().Where(kind => kind != Fault.FullDisk || disk.CanBeFilled).ToArray();
            var plan = PlannedFault.Plan(seed, duration, kinds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {duration.TotalMinutes:0.#} minutes, {plan.Count} faults; index, state and added files on {disk.Kind}"));
            if (!disk.CanBeFilled)
            {
                Console.WriteLine("NOT MADE HERE: a full disk. It needs root, to mount a small file system of its own.");
            }

            await RunAsync(folder, disk, plan, cancellationToken);
            isWhole = true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.WriteLine("Ended before its time.");
        }
        catch (InvalidOperationException exception)
        {
            // The bot did not start again, or ended by itself.
            _ledger.Fail(exception.Message);
        }
        finally
        {
            if (_ledger.Failures > 0 && File.Exists(Path.Combine(folder, "bot.log")))
            {
                var log = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"qna-chaos-{seed}.log"));
                File.Copy(Path.Combine(folder, "bot.log"), log, overwrite: true);
                Console.WriteLine("The bot's log: " + log);
            }

            Directory.Delete(folder, recursive: true);
        }

        return Judge(isWhole);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task RunAsync(string folder, SmallDisk disk, IReadOnlyList<PlannedFault> plan, CancellationToken cancellationToken)
    {
        var newsroom = new Newsroom(
            Directory.CreateDirectory(Path.Combine(folder, "articles")).FullName, Directory.CreateDirectory(Path.Combine(folder, "desk")).FullName, new Random(seed));
        await using var model = new FrailModel(FreePort());
        await model.StartAsync(cancellationToken);
        await using var mailbox = await Mailbox.StartAsync(message => People.Inspect(message, newsroom, _ledger), cancellationToken);
        await using var bot = new BotUnderTest(
            folder,
            disk.Path,
            FreePort(),
            [
                "--Model:Provider=OpenAICompatible", "--Model:ModelId=frail", $"--Model:Endpoint={model.Endpoint}", "--Model:ApiKey=none",
                "--Model:FirstTokenTimeout=00:00:03", "--Model:BreakDuration=00:00:05", "--Answers:Cache=false",
            ],
            _ledger);
        SteppedClock.Set(bot.Clock, TimeSpan.Zero);
        await bot.StartAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = bot.Address, Timeout = Timeout.InfiniteTimeSpan };
        var auditor = new Auditor(client, bot, newsroom, _ledger);

        // It is ready with the first articles, and reads the others while it answers.
        await auditor.AuditIndexAsync(cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(duration);
        var people = new People(client, mailbox, newsroom, _ledger);
        List<Task> living =
        [
            .. Enumerable.Range(0, PeopleAtOnce).Select(person => people.LiveAsync(person, new Random(seed + person + 1), over.Token)),
            ChangeArticlesAsync(newsroom, over.Token),
            WatchAsync(bot, newsroom, over.Token),
            BreakAsync(plan, disk, bot, model, auditor, over.Token),
        ];
        var ended = await Task.WhenAny(living);
        await over.CancelAsync();
        await Task.WhenAll(living).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended.IsFaulted)
        {
            await ended;
        }

        cancellationToken.ThrowIfCancellationRequested();
        await auditor.AuditAsync(cancellationToken);
        await auditor.AuditIndexAsync(cancellationToken);
        await CheckLogAsync(bot.Log, cancellationToken);
    }

    private async Task BreakAsync(
        IReadOnlyList<PlannedFault> plan, SmallDisk disk, BotUnderTest bot, FrailModel model, Auditor auditor, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var fault in plan)
        {
            // A start that took long moves the rest of the plan.
            if (fault.At - Stopwatch.GetElapsedTime(started) is { } wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, TimeProvider.System, cancellationToken);
            }

            lock (_made)
            {
                _made.Add(fault.Kind);
            }

            _ledger.Begin(fault.Kind);
            await MakeAsync(fault, disk, bot, model, cancellationToken);
            _ledger.End(fault.Kind);
            if (fault.Kind is Fault.Kill or Fault.FullDisk)
            {
                await auditor.AuditAsync(cancellationToken);
            }
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    private async Task MakeAsync(PlannedFault fault, SmallDisk disk, BotUnderTest bot, FrailModel model, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case Fault.Kill:
                await bot.KillAsync(fault.Lasts, cancellationToken);
                return;
            case Fault.Pause:
                await bot.PauseAsync(fault.Lasts, cancellationToken);
                return;
            case Fault.FullDisk:
                await disk.FillAsync(fault.Lasts, cancellationToken);
                return;
            case Fault.SlowDisk:
                await disk.SlowDownAsync(fault.Lasts, cancellationToken);
                return;
            case Fault.ClockForward or Fault.ClockBack:
                var step = ShortestStep + (fault.Amount * (LongestStep - ShortestStep));
                SteppedClock.Set(bot.Clock, fault.Kind == Fault.ClockForward ? step : fault.Amount < .5 ? TimeSpan.Zero : -step);
                await Task.Delay(fault.Lasts, TimeProvider.System, cancellationToken);
                return;
            case Fault.ArticleStorm:
                _storms = true;
                await Task.Delay(fault.Lasts, TimeProvider.System, cancellationToken);
                _storms = false;
                return;
            case Fault.ModelGone:
                await model.StopAsync();
                await Task.Delay(fault.Lasts, TimeProvider.System, cancellationToken);
                await model.StartAsync(cancellationToken);
                return;
            default:
                model.Failing = fault.Kind;
                await Task.Delay(fault.Lasts, TimeProvider.System, cancellationToken);
                model.Failing = null;
                return;
        }
    }

    private async Task ChangeArticlesAsync(Newsroom newsroom, CancellationToken cancellationToken)
    {
        var random = new Random(seed - 1);
        while (true)
        {
            newsroom.ChangeOne(random);
            await Task.Delay(_storms ? StormInterval : ChangeInterval, TimeProvider.System, cancellationToken);
        }
    }

    private async Task WatchAsync(BotUnderTest bot, Newsroom newsroom, CancellationToken cancellationToken)
    {
        Console.WriteLine(Ledger.Head);
        var started = Stopwatch.GetTimestamp();
        var (minute, answered) = (0, 0);
        while (true)
        {
            await Task.Delay(WatchInterval, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (bot.HasDied)
            {
                throw new InvalidOperationException("The bot ended by itself; its log says why.");
            }

            var passed = Stopwatch.GetElapsedTime(started);
            _memory.Add(passed, bot.Life, bot.WorkingSet);
            if ((int)passed.TotalMinutes > minute || cancellationToken.IsCancellationRequested)
            {
                minute++;
                lock (_made)
                {
                    Console.WriteLine(_ledger.Row(minute, _memory, newsroom.Changes, _made));
                    _made.Clear();
                }

                if (_ledger.Answered.Value == answered)
                {
                    _ledger.Fail($"no question was answered in minute {minute}");
                }

                answered = _ledger.Answered.Value;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task CheckLogAsync(string log, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("Unhandled exception", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))
            {
                _ledger.Fail("log: " + line);
            }
        }
    }

    private int Judge(bool isWhole)
    {
        var (grew, memory) = _memory.Judge();
        if (grew && isWhole)
        {
            _ledger.Fail(memory);
        }

        Console.WriteLine("* acknowledged by the bot, and looked for after each kill, each full disk and at the end");
        Console.WriteLine($"quotes shown: {_ledger.Quotes}, each compared with every text that stood under its id");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"acknowledged: {_ledger.Answers.Count} answers, {_ledger.Thumbs.Count} thumbs, {_ledger.Files.Count} files; lost: {_ledger.Lost}"));
        Console.WriteLine($"refused in words while the disk was full: {_ledger.Refused}; not answered while killed, or made invalid by the clock: {_ledger.Excused}");
        Console.WriteLine(memory);
        foreach (var failure in _ledger.FailuresByCount.Take(FailuresShown))
        {
            Console.WriteLine($"FAILED {failure}");
        }

        var passed = isWhole && _ledger.Failures == 0;
        Console.WriteLine(passed ? "PASSED" : isWhole ? "FAILED" : $"NO VERDICT, {_ledger.Failures} failures so far");
        return passed ? 0 : 1;
    }
}
