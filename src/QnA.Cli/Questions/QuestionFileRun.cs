using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Rendering;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Core.Receipts;
using QnA.Evaluation.Sets;

namespace QnA.Cli.Questions;

/// <summary>Answers a file of questions, one line of output for each, in order.</summary>
internal static class QuestionFileRun
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(2);

    /// <summary>Answers a file; what was answered before a stop stays in the output.</summary>
    /// <param name="services">The parts.</param>
    /// <param name="terminal">Where progress is shown.</param>
    /// <param name="questions">The file.</param>
    /// <param name="output">Where the answers go.</param>
    /// <param name="asking">Its filter and its reader are those of every question.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<int> RunAsync(
        IServiceProvider services, Terminal terminal, string questions, string output, Question asking, CancellationToken cancellationToken)
    {
        if (!File.Exists(questions))
        {
            terminal.Error($"There is no file {questions}.");
            return ExitCodes.WrongUsage;
        }

        var total = await CountAsync(questions, cancellationToken);
        var pipeline = services.GetRequiredService<QuestionPipeline>();
        var time = services.GetRequiredService<TimeProvider>();
        var writer = output == "-" ? terminal.Output.Profile.Out.Writer : new StreamWriter(output);
        var (answered, notFound, failed, shown) = (0, 0, 0, time.GetTimestamp());
        try
        {
            await foreach (var line in QuestionSetReader.ReadAskedAsync(questions, cancellationToken))
            {
                if (line.Value is not { } next)
                {
                    terminal.Error(string.Create(CultureInfo.InvariantCulture, $"{questions}:{line.Line}: {line.Error}"));
                    failed++;
                    continue;
                }

                var answer = await pipeline.AskAsync(next.Question with { Filter = asking.Filter, Reader = asking.Reader }, cancellationToken);
                await writer.WriteLineAsync(Receipt.From(answer, next.Id).ToJson().AsMemory(), cancellationToken);
                answered += answer.Status is AnswerStatus.Answered or AnswerStatus.Conflict ? 1 : 0;
                notFound += answer.Status == AnswerStatus.NotFound ? 1 : 0;
                failed += answer.Status == AnswerStatus.Error ? 1 : 0;
                if (time.GetElapsedTime(shown) >= ProgressInterval)
                {
                    shown = time.GetTimestamp();
                    terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{answered + notFound + failed:N0} of {total:N0} questions"));
                }
            }
        }
        finally
        {
            await writer.FlushAsync(CancellationToken.None);
            if (output != "-")
            {
                await writer.DisposeAsync();
            }

            terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{answered:N0} of {total:N0} questions answered, {notFound:N0} not found, {failed:N0} failed"));
        }

        return failed > 0 ? ExitCodes.DoneWithFailures : ExitCodes.Done;
    }

    private static async Task<int> CountAsync(string path, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            count += string.IsNullOrWhiteSpace(line) ? 0 : 1;
        }

        return count;
    }
}
