using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using QnA.Benchmarks.Corpus;

namespace QnA.Benchmarks.Load;

/// <summary>Makes a corpus, runs each step of both engines in a process of its own, and prints what they measured side by side.</summary>
internal static class LoadDriver
{
    /// <summary>Runs everything.</summary>
    public static async Task<int> RunAsync(LoadArguments arguments, CancellationToken cancellationToken)
    {
        var temporary = arguments.Directory is null ? Directory.CreateTempSubdirectory("qna-bench-").FullName : null;
        var directory = temporary ?? arguments.Directory!;
        Directory.CreateDirectory(directory);
        try
        {
            var files = new LoadFiles(directory);
            await Console.Error.WriteLineAsync("Writing the corpus …").ConfigureAwait(false);
            var size = await CorpusWriter.WriteAsync(
                files, arguments.Articles, arguments.Passages, arguments.Questions, arguments.Seed, cancellationToken).ConfigureAwait(false);
            arguments = arguments with { Directory = directory };
            var results = new Dictionary<string, StepResult>(StringComparer.Ordinal);
            foreach (var step in new[] { "ingest-raw", "ingest-qna", "ask-raw", "ask-qna" })
            {
                await Console.Error.WriteLineAsync($"{step} …").ConfigureAwait(false);
                results[step] = await RunStepAsync(step, arguments, cancellationToken).ConfigureAwait(false);
            }

            Print(arguments, size, files, results);
            return 0;
        }
        finally
        {
            if (temporary is not null)
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static async Task<StepResult> RunStepAsync(string step, LoadArguments arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        string[] words =
        [
            .. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(LoadDriver).Assembly.Location] : Array.Empty<string>(),
            "load", "--step", step, "--directory", arguments.Directory!, "--threads", string.Join(',', arguments.Threads),
        ];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize<StepResult>(output.Trim().Split('\n')[^1])!
                : throw new InvalidOperationException($"The step {step} ended with {process.ExitCode}.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static void Print(LoadArguments arguments, CorpusSize size, LoadFiles files, Dictionary<string, StepResult> results)
    {
        var (rawIn, qnaIn, raw, qna) = (results["ingest-raw"], results["ingest-qna"], results["ask-raw"], results["ask-qna"]);
        Line($"{size.Articles:N0} articles, {size.Passages:N0} passages, {Megabytes(size.TextBytes):N0} MB of text, {arguments.Questions:N0} questions");
        Line($"");
        Line($"| | raw Lucene.NET | QnA | ratio |");
        Line($"|---|---|---|---|");
        Line($"| ingest, passages a second | {rawIn.Passages / rawIn.Seconds:N0} | {qnaIn.Passages / qnaIn.Seconds:N0} | {qnaIn.Passages / qnaIn.Seconds / (rawIn.Passages / rawIn.Seconds):0.00} |");
        Line($"| ingest, processor seconds | {rawIn.ProcessorSeconds:0.0} | {qnaIn.ProcessorSeconds:0.0} | {qnaIn.ProcessorSeconds / rawIn.ProcessorSeconds:0.00} |");
        Line($"| ingest, peak working set, MB | {Megabytes(rawIn.PeakWorkingSet):N0} | {Megabytes(qnaIn.PeakWorkingSet):N0} | |");
        var (rawSize, qnaSize) = (LoadFiles.SizeOf(files.RawIndex), LoadFiles.SizeOf(files.QnAIndex));
        Line($"| index on disk, MB | {Megabytes(rawSize):N0} | {Megabytes(qnaSize):N0} | {(double)qnaSize / rawSize:0.00} |");
        Line($"| index on disk to text | {(double)rawSize / size.TextBytes:0.00} | {(double)qnaSize / size.TextBytes:0.00} | |");
        Line($"| open and first answer, cold process, ms | {raw.FirstAnswerMs:N0} | {qna.FirstAnswerMs:N0} | {qna.FirstAnswerMs / raw.FirstAnswerMs:0.00} |");
        Line($"| ask, processor time, ms | {raw.ProcessorMs:0.00} | {qna.ProcessorMs:0.00} | {qna.ProcessorMs / raw.ProcessorMs:0.00} |");
        Line($"| ask, allocated, KB | {raw.AllocatedBytes / 1e3:N0} | {qna.AllocatedBytes / 1e3:N0} | {qna.AllocatedBytes / raw.AllocatedBytes:0.00} |");
        foreach (var threads in arguments.Threads)
        {
            var (old, own) = (raw.Latencies[threads], qna.Latencies[threads]);
            Line($"| ask, {threads} thread(s), p50, ms | {At(old, 0.5):0.00} | {At(own, 0.5):0.00} | {At(own, 0.5) / At(old, 0.5):0.00} |");
            Line($"| ask, {threads} thread(s), p95, ms | {At(old, 0.95):0.00} | {At(own, 0.95):0.00} | {At(own, 0.95) / At(old, 0.95):0.00} |");
            Line($"| ask, {threads} thread(s), questions a second | {raw.Rates[threads]:N0} | {qna.Rates[threads]:N0} | {qna.Rates[threads] / raw.Rates[threads]:0.00} |");
        }

        var (fewest, most) = (arguments.Threads.Min(), arguments.Threads.Max());
        Line($"| questions a second, {most} threads to {fewest} | {raw.Rates[most] / raw.Rates[fewest]:0.00} | {qna.Rates[most] / qna.Rates[fewest]:0.00} | |");
        Line($"| ask, peak working set, MB | {Megabytes(raw.PeakWorkingSet):N0} | {Megabytes(qna.PeakWorkingSet):N0} | |");
        Line($"| ask, managed memory at the end, MB | {Megabytes(raw.ManagedMemory):N0} | {Megabytes(qna.ManagedMemory):N0} | |");
        Line($"");
        Line($"| stage of a search | processor time, ms |");
        Line($"|---|---|");
        foreach (var (stage, milliseconds) in qna.Stages)
        {
            Line($"| {stage} | {milliseconds:0.00} |");
        }
    }

    private static double Megabytes(long bytes) => bytes / 1e6;

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
