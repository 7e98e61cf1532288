using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Rendering;
using QnA.Core.Ingestion;

namespace QnA.Cli.Commands;

/// <summary><c>qna index</c>: checks, mends and compacts an index.</summary>
internal static class IndexCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples = ["qna index check", "qna index check --repair", "qna index compact --index /var/lib/qna/index"];

    /// <summary>Makes the command.</summary>
    public static Command Create() => new("index", "Checks, mends and compacts the index.") { CreateCheck(), CreateCompact() };

    private static Command CreateCheck()
    {
        var index = CommonOptions.Index();
        var repair = new Option<bool>("--repair")
        {
            Description = "Take out what is damaged, so that the next qna ingest reads it again. Nothing may write the index meanwhile.",
        };
        var command = new Command(
            "check",
            "Checks every file's checksum, every article's hash and every passage's place; ends with 1 if one is wrong. The bot may run.")
        {
            repair,
            index,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(index),
            (services, terminal) => CheckAsync(services, terminal, result.GetValue(repair), cancellationToken),
            cancellationToken));
        return command;
    }

    private static Command CreateCompact()
    {
        var index = CommonOptions.Index();
        var command = new Command(
            "compact",
            "Merges the index into one piece and drops what was replaced or removed. The bot may run; Ctrl+C leaves the index as it was.")
        {
            index,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(index),
            (services, terminal) => CompactAsync(services, terminal, cancellationToken),
            cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(string? index, Func<ServiceProvider, Terminal, Task<int>> body, CancellationToken cancellationToken)
    {
        var terminal = new Terminal();
        return CommandRunner.RunAsync(terminal, index, async services =>
        {
            var store = services.GetRequiredService<IArticleStore>();
            if (await store.ExistsAsync(cancellationToken))
            {
                return await body(services, terminal);
            }

            terminal.Error($"There is no index at {store.Location}. Make one with qna ingest PATH, or name another with --index DIR.");
            return ExitCodes.WrongUsage;
        });
    }

    private static async Task<int> CheckAsync(ServiceProvider services, Terminal terminal, bool repair, CancellationToken cancellationToken)
    {
        var maintenance = services.GetRequiredService<IStoreMaintenance>();
        var report = await CountProgress.RunAsync(
            terminal,
            services.GetRequiredService<TimeProvider>(),
            "checked",
            total: null,
            progress => maintenance.CheckAsync(progress, cancellationToken));
        foreach (var problem in report.Problems)
        {
            terminal.Error(problem.ToString());
        }

        if (report.ProblemCount > report.Problems.Count)
        {
            terminal.Error(string.Create(CultureInfo.InvariantCulture, $"… and {report.ProblemCount - report.Problems.Count:N0} more problems."));
        }

        terminal.WriteRaw(string.Create(
            CultureInfo.InvariantCulture, $"{report.Articles:N0} articles and {report.Passages:N0} passages checked, {report.ProblemCount:N0} problems"));
        if (report.IsSound)
        {
            return ExitCodes.Done;
        }

        if (repair)
        {
            var repaired = await maintenance.RepairAsync(report, cancellationToken);
            terminal.WriteRaw(repaired.SetAside is { } aside
                ? $"the whole index moved to {aside}: taking out less did not mend it"
                : string.Create(CultureInfo.InvariantCulture, $"{repaired.Segments:N0} damaged segments and {repaired.Articles:N0} damaged articles taken out"));
        }

        terminal.Note(repair
            ? "Now run qna ingest with the folders and files of the articles: it reads again what was taken out."
            : "To mend it, stop the bot, take out what is damaged with qna index check --repair, and run qna ingest with the folders and files of the articles.");
        return ExitCodes.DoneWithFailures;
    }

    private static async Task<int> CompactAsync(ServiceProvider services, Terminal terminal, CancellationToken cancellationToken)
    {
        var maintenance = services.GetRequiredService<IStoreMaintenance>();
        var done = await maintenance.CompactAsync(cancellationToken);
        terminal.WriteRaw(string.Create(
            CultureInfo.InvariantCulture,
            $"{Megabytes(done.BytesBefore)} in {done.SegmentsBefore:N0} segments before, {Megabytes(done.BytesAfter)} in {done.SegmentsAfter:N0} after"));
        return ExitCodes.Done;
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:N1} MB");
}
