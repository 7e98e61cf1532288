using System.Diagnostics;
using System.Text.Json;
using QnA.Benchmarks.Corpus;

namespace QnA.Benchmarks.Load;

/// <summary>What a step measured.</summary>
internal sealed record StepResult
{
    /// <summary>Gets how many passages were read; 0 for a step that asks.</summary>
    public int Passages { get; init; }

    /// <summary>Gets how long reading the corpus took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Gets the time from the start of opening the index to the first answer, in milliseconds.</summary>
    public double FirstAnswerMs { get; init; }

    /// <summary>Gets the latencies by numbers of threads, sorted, in milliseconds.</summary>
    public Dictionary<int, double[]> Latencies { get; init; } = [];

    /// <summary>Gets the questions per second by numbers of threads.</summary>
    public Dictionary<int, double> Rates { get; init; } = [];

    /// <summary>Gets the processor time of a question asked alone, in milliseconds: what other programs on the machine do not change.</summary>
    public double ProcessorMs { get; init; }

    /// <summary>Gets the managed memory that a question asked alone allocates, in bytes: what it costs in collections besides.</summary>
    public double AllocatedBytes { get; init; }

    /// <summary>Gets the processor time of reading the corpus, in seconds.</summary>
    public double ProcessorSeconds { get; init; }

    /// <summary>Gets the processor time of a question by stage, in milliseconds; empty for the raw index.</summary>
    public Dictionary<string, double> Stages { get; init; } = [];

    /// <summary>Gets the most memory that the process had, in bytes, pages of mapped files included.</summary>
    public long PeakWorkingSet { get; init; }

    /// <summary>Gets the managed memory that was in use at the end, in bytes.</summary>
    public long ManagedMemory { get; init; }
}

/// <summary>The steps, each run in a process of its own, so that neither code nor memory of one warms another.</summary>
internal static class LoadSteps
{
    /// <summary>Runs a step and writes its result as the last line of standard output.</summary>
    public static async Task<int> RunAsync(string step, LoadArguments arguments, CancellationToken cancellationToken)
    {
        var files = new LoadFiles(arguments.Directory!);
        IEngine engine = step.EndsWith("raw", StringComparison.Ordinal) ? new RawLuceneEngine() : new QnAEngine();
        await using (engine.ConfigureAwait(false))
        {
            var result = step.StartsWith("ingest", StringComparison.Ordinal)
                ? await IngestAsync(engine, files, cancellationToken).ConfigureAwait(false)
                : await AskAsync(engine, files, arguments, cancellationToken).ConfigureAwait(false);
            using var process = Process.GetCurrentProcess();
            result = result with { PeakWorkingSet = process.PeakWorkingSet64, ManagedMemory = GC.GetTotalMemory(forceFullCollection: true) };
            if (step == "ask-qna")
            {
                result = result with { Stages = StageProfile.Of(files, await File.ReadAllLinesAsync(files.Questions, cancellationToken).ConfigureAwait(false), cancellationToken) };
            }

            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result)).ConfigureAwait(false);
            return 0;
        }
    }

    private static async Task<StepResult> IngestAsync(IEngine engine, LoadFiles files, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        var passages = await engine.IngestAsync(files, cancellationToken).ConfigureAwait(false);
        return new StepResult
        {
            Passages = passages,
            Seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds,
            ProcessorSeconds = Environment.CpuUsage.TotalTime.TotalSeconds,
        };
    }

    private static async Task<StepResult> AskAsync(IEngine engine, LoadFiles files, LoadArguments arguments, CancellationToken cancellationToken)
    {
        var questions = await File.ReadAllLinesAsync(files.Questions, cancellationToken).ConfigureAwait(false);
        var start = TimeProvider.System.GetTimestamp();
        engine.Open(files);
        await engine.AskAsync(questions[0], cancellationToken).ConfigureAwait(false);
        var first = TimeProvider.System.GetElapsedTime(start);

        // Twice: the code is compiled anew while it is used.
        foreach (var question in questions.Concat(questions))
        {
            await engine.AskAsync(question, cancellationToken).ConfigureAwait(false);
        }

        var (before, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        await MeasureAsync(engine, questions, threads: 1, cancellationToken).ConfigureAwait(false);
        var result = new StepResult
        {
            FirstAnswerMs = first.TotalMilliseconds,
            ProcessorMs = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / questions.Length,
            AllocatedBytes = (double)(GC.GetTotalAllocatedBytes() - allocated) / questions.Length,
        };
        foreach (var threads in arguments.Threads)
        {
            var (latencies, rate) = await MeasureAsync(engine, questions, threads, cancellationToken).ConfigureAwait(false);
            result.Latencies[threads] = latencies;
            result.Rates[threads] = rate;
        }

        return result;
    }

    private static async Task<(double[] Latencies, double Rate)> MeasureAsync(
        IEngine engine, string[] questions, int threads, CancellationToken cancellationToken)
    {
        var latencies = new double[questions.Length];
        var next = -1;
        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(
            async () =>
            {
                for (int i; (i = Interlocked.Increment(ref next)) < questions.Length;)
                {
                    var asked = TimeProvider.System.GetTimestamp();
                    await engine.AskAsync(questions[i], cancellationToken).ConfigureAwait(false);
                    latencies[i] = TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds;
                }
            },
            cancellationToken))).ConfigureAwait(false);
        var rate = questions.Length / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        Array.Sort(latencies);
        return (latencies, rate);
    }
}
