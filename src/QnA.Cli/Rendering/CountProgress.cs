using System.Globalization;
using Spectre.Console;

namespace QnA.Cli.Rendering;

/// <summary>Shows how many articles are done of how many: a bar in a terminal, a line now and then elsewhere.</summary>
internal static class CountProgress
{
    // Often enough to see that it lives, seldom enough not to fill a log.
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(2);

    /// <summary>Runs work over articles and shows how far it is.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="verb">What is done to the articles: <c>exported</c>.</param>
    /// <param name="total">How many articles there are; <see langword="null"/> where that is not known before.</param>
    /// <param name="work">The work; reports how many are done.</param>
    public static Task<T> RunAsync<T>(Terminal terminal, TimeProvider time, string verb, int? total, Func<IProgress<int>, Task<T>> work)
    {
        var console = terminal.Messages;
        return console.Profile.Capabilities is { Interactive: true, Ansi: true }
            ? console.Progress()
                .AutoClear(true)
                .HideCompleted(true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
                .StartAsync(context =>
                {
                    var bar = context.AddTask(verb, maxValue: Math.Max(1, total ?? 1));
                    bar.IsIndeterminate = total is null;
                    return work(new Report(done =>
                    {
                        bar.Value = done;
                        bar.Description = Describe(done, total, verb);
                    }));
                })
            : work(new Report(Lines(terminal, time, verb, total)));
    }

    private static Action<int> Lines(Terminal terminal, TimeProvider time, string verb, int? total)
    {
        var last = time.GetTimestamp();
        return done =>
        {
            if (time.GetElapsedTime(last) >= LineInterval)
            {
                last = time.GetTimestamp();
                terminal.Note(Describe(done, total, verb));
            }
        };
    }

    private static string Describe(int done, int? total, string verb) => total is null
        ? string.Create(CultureInfo.InvariantCulture, $"{done:N0} articles {verb}")
        : string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {total:N0} articles {verb}");

    // Progress<T> would report on another thread, after the work is done.
    private sealed class Report(Action<int> show) : IProgress<int>
    {
        void IProgress<int>.Report(int value) => show(value);
    }
}
