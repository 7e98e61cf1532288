using System.Globalization;
using QnA.Core.Ingestion;
using Spectre.Console;

namespace QnA.Cli.Rendering;

/// <summary>Shows how far an ingestion is: a bar in a terminal, a line now and then elsewhere.</summary>
internal static class IngestionProgressBar
{
    // Often enough to see that it lives, seldom enough not to fill a log.
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(2);

    // A bar that flashes by for an ingestion of a moment only disturbs.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs an ingestion and shows its progress.</summary>
    public static async Task<IngestionSummary> RunAsync(
        Terminal terminal, TimeProvider time, Func<IProgress<IngestionProgress>, Task<IngestionSummary>> ingest)
    {
        if (!terminal.Messages.Profile.Capabilities.Interactive || !terminal.Messages.Profile.Capabilities.Ansi)
        {
            return await ingest(new LineProgress(terminal, time));
        }

        return await terminal.Messages.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => ingest(new BarProgress(context)));
    }

    /// <summary>Says an ingestion's progress in words.</summary>
    internal static string Describe(IngestionProgress progress)
    {
        if (progress.VectorsTotal > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{progress.Vectors:N0} of {progress.VectorsTotal:N0} vectors");
        }

        var seconds = Math.Max(0.001, progress.Elapsed.TotalSeconds);
        var rate = progress.Articles / seconds;
        var left = progress.Left is { } time ? $", about {Math.Ceiling(time.TotalSeconds).ToString(CultureInfo.InvariantCulture)} s left" : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{progress.Articles:N0} articles, {progress.Passages:N0} passages, {rate:N0} articles/s{left}");
    }

    // Vectors are computed after all articles were read.
    private static (long Done, long All) Share(IngestionProgress progress) =>
        progress.VectorsTotal > 0 ? (progress.Vectors, progress.VectorsTotal) : (progress.BytesRead, progress.BytesTotal);

    private sealed class LineProgress(Terminal terminal, TimeProvider time) : IProgress<IngestionProgress>
    {
        private long _last = time.GetTimestamp();

        public void Report(IngestionProgress value)
        {
            if (time.GetElapsedTime(_last) >= LineInterval)
            {
                _last = time.GetTimestamp();
                var (done, all) = Share(value);
                var share = all > 0 ? Math.Min(1, (double)done / all) : 0;
                terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{share:P0}: {Describe(value)}"));
            }
        }
    }

    private sealed class BarProgress(ProgressContext context) : IProgress<IngestionProgress>
    {
        private ProgressTask? _bar;

        public void Report(IngestionProgress value)
        {
            if (_bar is null && value.Elapsed < Patience)
            {
                return;
            }

            var (done, all) = Share(value);
            _bar ??= context.AddTask("");
            _bar.MaxValue = Math.Max(1, all);
            _bar.Value = done;
            _bar.Description = Describe(value);
        }
    }
}
