using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Composition;
using QnA.Cli.Rendering;
using QnA.Core.Ingestion;
using QnA.Sources.Freshness;

namespace QnA.Cli.Commands;

/// <summary><c>qna ingest</c>: brings an index up to date with folders and files.</summary>
internal static class IngestCommand
{
    /// <summary>The examples of the help.</summary>
    public static readonly string[] Examples =
    [
        "qna ingest ./articles",
        "qna ingest https://example.com/feed.xml",
        "qna ingest",
        "qna ingest news.jsonl handbook/ --index /var/lib/qna/index",
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "Folders or files with articles (.pdf, .docx, .html, .epub, .txt, .md with front matter, .jsonl), or addresses of pages, feeds and sitemaps. " +
                "The default is every source of the setting Articles:Sources.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var index = CommonOptions.Index();
        var command = new Command(
            "ingest",
            "Reads articles into the index: new and changed ones are written, vanished ones removed. Ctrl+C keeps what is done.")
        {
            paths,
            index,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            new Terminal(), result.GetValue(paths) ?? [], result.GetValue(index), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(Terminal terminal, string[] paths, string? index, CancellationToken cancellationToken) =>
        CommandRunner.RunAsync(terminal, index, async services =>
        {
            if (paths.Length == 0)
            {
                return await SourcesCommand.RefreshAsync(services.GetRequiredService<SourceRefresher>(), terminal, cancellationToken);
            }

            var summary = await CommandRunner.IngestAsync(services, terminal, paths, cancellationToken);
            IngestionReport.Write(terminal, summary, services.GetRequiredService<IArticleStore>().Location);
            return summary.Failures.Count + summary.EmptySources.Count > 0 || summary.Cancelled
                ? ExitCodes.DoneWithFailures
                : ExitCodes.Done;
        });
}
