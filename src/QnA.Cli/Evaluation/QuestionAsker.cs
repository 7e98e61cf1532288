using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QnA.Cli.Rendering;
using QnA.Core.Access;
using QnA.Core.Answers;
using QnA.Core.Questions;
using QnA.Evaluation.Sets;

namespace QnA.Cli.Evaluation;

/// <summary>Asks the questions of a set, with progress.</summary>
internal sealed class QuestionAsker(IServiceProvider services, Terminal terminal, int parallel)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(2);

    private readonly QuestionPipeline _pipeline = services.GetRequiredService<QuestionPipeline>();
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();

    /// <summary>Asks questions.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="what">What is asked, for the progress.</param>
    /// <param name="cancellationToken">Stops the work; what was answered until then is returned.</param>
    /// <returns>The answers in the order of the questions; <see langword="null"/> for those that were not asked any more.</returns>
    public async Task<Answer?[]> AskAsync(IReadOnlyList<EvaluationQuestion> questions, string what, CancellationToken cancellationToken)
    {
        var answers = new Answer?[questions.Count];
        var (begun, shown, done) = (_time.GetTimestamp(), _time.GetTimestamp(), 0);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, questions.Count, options, async (i, token) =>
            {
                answers[i] = await _pipeline.AskAsync(questions[i].Question with { Reader = Reader.Operator }, token);
                var count = Interlocked.Increment(ref done);
                var last = Volatile.Read(ref shown);
                // One thread wins the exchange and says it; the others go on.
                if (_time.GetElapsedTime(last) >= ProgressInterval && Interlocked.CompareExchange(ref shown, _time.GetTimestamp(), last) == last)
                {
                    Report(what, count, questions.Count, _time.GetElapsedTime(begun));
                }
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Error(string.Create(CultureInfo.InvariantCulture, $"Stopped after {done:N0} of {questions.Count:N0} questions {what}."));
        }

        return answers;
    }

    private void Report(string what, int done, int all, TimeSpan elapsed)
    {
        var rate = done / elapsed.TotalSeconds;
        terminal.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{done:N0} of {all:N0} questions {what}, {rate:N0} a second, about {Math.Ceiling((all - done) / rate):N0} s left"));
    }
}
