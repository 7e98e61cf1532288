using System.Globalization;
using QnA.Core.Ingestion;

namespace QnA.Cli.Rendering;

/// <summary>Says what an ingestion did.</summary>
internal static class IngestionReport
{
    // A folder full of one mistake should not push everything else off the screen.
    private const int MaxFailuresShown = 50;

    /// <summary>Writes the counts, then what failed.</summary>
    public static void Write(Terminal terminal, IngestionSummary summary, string index)
    {
        terminal.WriteRaw(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.New:N0} new, {summary.Changed:N0} changed, {summary.Unchanged:N0} unchanged, {summary.Removed:N0} removed, {summary.Failures.Count:N0} failed"));
        terminal.Note(string.Create(
            CultureInfo.InvariantCulture, $"{summary.Passages:N0} passages written in {summary.Elapsed.TotalSeconds:N1} s to {index}"));
        if (summary.Vectors is { Computed: > 0 } vectors)
        {
            terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{vectors.Computed:N0} vectors computed"));
        }

        WriteFailures(terminal, summary);
        if (summary.Cancelled)
        {
            terminal.Error("Stopped before the end. What was done is committed; run the same command again to complete it.");
        }
    }

    /// <summary>Writes what failed and which sources had nothing.</summary>
    public static void WriteFailures(Terminal terminal, IngestionSummary summary)
    {
        foreach (var failure in summary.Failures.Take(MaxFailuresShown))
        {
            terminal.Error(failure.ToString());
        }

        if (summary.Failures.Count > MaxFailuresShown)
        {
            terminal.Error(string.Create(CultureInfo.InvariantCulture, $"… and {summary.Failures.Count - MaxFailuresShown:N0} more failures."));
        }

        if (summary.Vectors is { Missing: > 0 } lacking)
        {
            terminal.Error(string.Create(
                CultureInfo.InvariantCulture,
                $"{lacking.Missing:N0} passages have no vector and are found by their words alone; the next ingestion computes them. {lacking.Problem}"));
        }

        foreach (var source in summary.EmptySources)
        {
            terminal.Error($"{source}: there is no article in it. Files of articles end in .pdf, .docx, .html, .epub, .txt, .md or .jsonl.");
        }
    }
}
