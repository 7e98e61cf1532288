using System.Globalization;
using QnA.Answering.Ranking;
using QnA.Training.Data;

namespace QnA.Training;

/// <summary>Says what each stage of answering loses.</summary>
internal static class StagesCommand
{
    /// <summary>Asks the questions of each set with one stage after the other perfect, and writes a line for each set.</summary>
    public static async Task RunAsync(TrainingArguments arguments, CancellationToken cancellationToken)
    {
        var reader = new StageReader(arguments.Questions);
        Console.WriteLine("| set | questions | as it is | article known | passage known | perfect choice | perfect finding and choice |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var name in arguments.Sets.Concat(arguments.Unseen))
        {
            var set = await QuestionSet.ReadAsync(Path.Combine(arguments.Data, name), cancellationToken).ConfigureAwait(false);
            var s = await reader.ReadAsync(set, cancellationToken).ConfigureAwait(false);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {s.Set} | {s.Questions} | {Share(s.Found)} | {Share(s.ArticleKnown)} | {Share(s.PassageKnown)} | {Of(s.Candidate)} | {Of(s.Sentence)} |"));

            string Share(Places places) => $"{Of(places.First)} / {Of(places.Third)}";

            string Of(int count) => ((double)count / s.Questions).ToString(".000", CultureInfo.InvariantCulture);
        }
    }
}
