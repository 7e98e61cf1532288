using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Maintenance;
using QnA.Cli.Rendering;
using QnA.Core.Ingestion;
using QnA.Sources.Files.JsonLines;

namespace QnA.Cli.Commands;

/// <summary><c>qna export</c>: writes every article of an index as JSON Lines, exactly.</summary>
internal static class ExportCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples =
    [
        "qna export --output backup.jsonl",
        "qna export --index /var/lib/qna/index | gzip > backup.jsonl.gz",
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var index = CommonOptions.Index();
        var output = new Option<string>("--output", "-o")
        {
            Description = "Where the articles go; - for standard output. A file is there whole or not at all.",
            DefaultValueFactory = _ => "-",
            HelpName = "FILE",
        };
        var command = new Command(
            "export",
            "Writes every article as JSON Lines; qna ingest of that file gives the same articles, letter for letter.")
        {
            output,
            index,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var terminal = new Terminal();
            return CommandRunner.RunWithArticlesAsync(
                terminal,
                [],
                result.GetValue(index),
                services => RunAsync(services, terminal, result.GetRequiredValue(output), cancellationToken),
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(ServiceProvider services, Terminal terminal, string output, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IArticleStore>();
        var total = (await store.GetStatisticsAsync(cancellationToken)).Articles;
        var count = await CountProgress.RunAsync(
            terminal, services.GetRequiredService<TimeProvider>(), "exported", total, progress => output == "-"
                ? WriteToOutputAsync(stream => WriteAsync(stream, progress))
                : AtomicFile.WriteAsync(output, stream => WriteAsync(stream, progress)));
        terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{count:N0} articles exported from {store.Location}"));
        return ExitCodes.Done;

        Task<int> WriteAsync(Stream stream, IProgress<int> progress) =>
            JsonArticleWriter.WriteAsync(store.ReadAllAsync(cancellationToken), stream, progress, cancellationToken);
    }

    private static async Task<int> WriteToOutputAsync(Func<Stream, Task<int>> write)
    {
        var stream = Console.OpenStandardOutput();
        await using (stream)
        {
            return await write(stream);
        }
    }
}
