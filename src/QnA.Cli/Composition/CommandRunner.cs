using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QnA.Cli.Rendering;
using QnA.Core.Ingestion;
using QnA.Models.Prompts;
using QnA.Sources;

namespace QnA.Cli.Composition;

/// <summary>Runs the body of a command: makes its services, reads the articles that it names, and says in words what went wrong.</summary>
internal static class CommandRunner
{
    /// <summary>Runs a command.</summary>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="index">The directory of the index; <see langword="null"/> for the configured one.</param>
    /// <param name="body">What it does.</param>
    /// <param name="state">The file of the state; <see langword="null"/> for the configured one.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(Terminal terminal, string? index, Func<ServiceProvider, Task<int>> body, string? state = null)
    {
        try
        {
            var services = CliServices.Build(index, state);
            await using (services)
            {
                return await body(services);
            }
        }
        catch (OperationCanceledException)
        {
            terminal.Error("Stopped.");
            return ExitCodes.DoneWithFailures;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidDataException or PromptException)
        {
            terminal.Error($"The settings are wrong: {exception.Message}");
            return ExitCodes.WrongUsage;
        }
        catch (Exception exception) when (exception is ArticleStoreException or IOException or UnauthorizedAccessException)
        {
            terminal.Error(exception.Message);
            return ExitCodes.DoneWithFailures;
        }
    }

    /// <summary>Runs a command that answers from articles: those that it names, or an index.</summary>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="articles">The paths of articles; empty for an index that is there already.</param>
    /// <param name="index">The directory of the index; with articles and without an index, a temporary one is used.</param>
    /// <param name="body">What it does.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunWithArticlesAsync(
        Terminal terminal, string[] articles, string? index, Func<ServiceProvider, Task<int>> body, CancellationToken cancellationToken)
    {
        using var temporary = articles.Length > 0 && index is null ? new TemporaryIndex() : null;
        return await RunAsync(terminal, temporary?.Path ?? index, async services =>
        {
            if (articles.Length == 0)
            {
                return await HasIndexAsync(services, terminal, cancellationToken) ? await body(services) : ExitCodes.WrongUsage;
            }

            var summary = await IngestAsync(services, terminal, articles, cancellationToken);
            if (summary.Cancelled)
            {
                throw new OperationCanceledException(cancellationToken);
            }

            IngestionReport.WriteFailures(terminal, summary);
            var exitCode = await body(services);
            return summary.Failures.Count + summary.EmptySources.Count > 0 ? Math.Max(exitCode, ExitCodes.DoneWithFailures) : exitCode;
        });
    }

    /// <summary>Reads articles into the index of the services, with progress.</summary>
    public static Task<IngestionSummary> IngestAsync(
        IServiceProvider services, Terminal terminal, string[] paths, CancellationToken cancellationToken)
    {
        var factory = services.GetRequiredService<ArticleSourceFactory>();
        IArticleSource[] sources;
        try
        {
            sources = [.. paths.Select(factory.Create)];
        }
        catch (ArgumentException exception)
        {
            throw new IOException(exception.Message, exception);
        }

        var ingester = services.GetRequiredService<ArticleIngester>();
        return IngestionProgressBar.RunAsync(
            terminal,
            services.GetRequiredService<TimeProvider>(),
            progress => ingester.IngestAsync(sources, progress, cancellationToken));
    }

    private static async Task<bool> HasIndexAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IArticleStore>();
        if (await store.ExistsAsync(cancellationToken) && (await store.GetStatisticsAsync(cancellationToken)).Articles > 0)
        {
            return true;
        }

        terminal.Error($"There is no article in the index {store.Location}. Read some first: qna ingest PATH, or ask with --articles PATH.");
        return false;
    }
}
