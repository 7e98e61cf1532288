using System.Globalization;
using QnA.Answering.Ranking;
using QnA.Training.Data;
using QnA.Training.Learning;

namespace QnA.Training;

/// <summary>Learns when to refuse.</summary>
internal static class ConfidenceCommand
{
    /// <summary>Asks all questions, says how well they are told apart, and writes the weights.</summary>
    public static async Task RunAsync(
        TrainingArguments arguments, List<QuestionSet> sets, Dictionary<(string Set, string ArticleId), int> groups, CancellationToken cancellationToken)
    {
        var reader = new JudgementReader(groups, arguments.Questions);
        var learned = new List<Judgement>();
        var unseen = new List<Judgement>();
        foreach (var set in sets)
        {
            var judgements = await reader.ReadAsync(set, cancellationToken).ConfigureAwait(false);
            (arguments.Sets.Contains(set.Name) ? learned : unseen).AddRange(judgements);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Name}: {judgements.Count} judgements"));
        }

        if (arguments.CrossValidate)
        {
            Console.WriteLine("set                    auroc  answered  right  refused  part: auroc  refused  misleading: auroc  refused");
            foreach (var s in ConfidenceValidation.Run(learned, unseen))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{s.Set + (s.IsSmall ? " small" : ""),-22} {s.Auroc:F3}  {s.Answered,8:F3}  {s.RightAnswered:F3}  {s.Refused,7:F3}  {s.PartAuroc,11:F3}  {s.PartRefused,7:F3}  {s.UnanswerableAuroc,17:F3}  {s.UnanswerableRefused,7:F3}"));
            }
        }

        using var file = File.CreateText(arguments.Confidence!);
        ConfidenceTrainer.Train(learned).Save(file);
    }
}
