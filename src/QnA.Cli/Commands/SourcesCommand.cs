using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Rendering;
using QnA.Sources.Freshness;

namespace QnA.Cli.Commands;

/// <summary><c>qna sources</c>: tells how each source of <c>Articles:Sources</c> fared.</summary>
internal static class SourcesCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples = ["qna sources"];

    private const string None = "No source is configured. Name pages, feeds and sitemaps in the setting Articles:Sources.";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "sources", "Lists the sources that are kept fresh, each with its last run, counts, next run and last error; ends with 1 if one failed.");
        command.SetAction((_, _) =>
        {
            var terminal = new Terminal();
            return CommandRunner.RunAsync(terminal, index: null, services => Task.FromResult(Write(services.GetRequiredService<SourceRefresher>(), terminal)));
        });
        return command;
    }

    /// <summary>Reads every source now, and tells how each fared.</summary>
    public static async Task<int> RefreshAsync(SourceRefresher refresher, Terminal terminal, CancellationToken cancellationToken)
    {
        var sources = refresher.List();
        if (sources.Count == 0)
        {
            terminal.Error($"{None} Or name folders, files or addresses: qna ingest PATH.");
            return ExitCodes.WrongUsage;
        }

        foreach (var (source, _) in sources)
        {
            await refresher.RefreshAsync(source, cancellationToken);
        }

        return Write(refresher, terminal);
    }

    private static int Write(SourceRefresher refresher, Terminal terminal)
    {
        var sources = refresher.List();
        if (sources.Count == 0)
        {
            terminal.WriteRaw(None);
            return ExitCodes.Done;
        }

        foreach (var (source, state) in sources)
        {
            terminal.WriteRaw($"{TerminalText.OneLine(source.Name)}: {TerminalText.OneLine(source.Address)}");
            terminal.WriteRaw(state.LastRun is { } run
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"  last run {Time(run)}: {state.New:N0} new, {state.Changed:N0} changed, {state.Unchanged:N0} unchanged, {state.Removed:N0} removed, {state.Failed:N0} failed")
                : "  not read yet");
            if (state.NextRun is { } next)
            {
                terminal.WriteRaw($"  next run {Time(next)} (in the bot)");
            }

            if (state.LastError is { } error)
            {
                terminal.Error($"{source.Name}: {error}");
            }
        }

        return sources.Any(item => item.State.LastError is not null) ? ExitCodes.DoneWithFailures : ExitCodes.Done;
    }

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
