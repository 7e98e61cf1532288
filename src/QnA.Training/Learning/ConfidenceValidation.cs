using QnA.Answering.Ranking;
using QnA.Training.Data;

namespace QnA.Training.Learning;

/// <summary>Says how well a confidence that was learned from some articles does on others.</summary>
internal static class ConfidenceValidation
{
    private const int Folds = 4;
    private const double Threshold = 0.5;

    /// <summary>Learns from all groups of articles but a fold, judges that fold, and so on for each fold.</summary>
    /// <param name="learned">The judgements to learn from and test on.</param>
    /// <param name="unseen">Judgements that are never learned from; tested on what the first fold learned.</param>
    /// <returns>The scores of each set.</returns>
    public static IEnumerable<ConfidenceScore> Run(IReadOnlyList<Judgement> learned, IReadOnlyList<Judgement> unseen)
    {
        var judged = new List<(Judgement Judgement, double Confidence)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var confidence = ConfidenceTrainer.Train([.. learned.Where(j => j.Group % Folds != fold)]);
            judged.AddRange(learned.Where(j => j.Group % Folds == fold).Concat(fold == 0 ? unseen : []).Select(j => (j, confidence.Of(j.Evidence))));
        }

        return judged.GroupBy(j => (j.Judgement.Set, j.Judgement.IsSmall))
            .OrderBy(set => set.Key.IsSmall).ThenBy(set => set.Key.Set, StringComparer.Ordinal)
            .Select(set => Score(set.Key.Set, set.Key.IsSmall, [.. set]));
    }

    private static ConfidenceScore Score(string set, bool isSmall, List<(Judgement Judgement, double Confidence)> judged)
    {
        double[] with = [.. Of(Asked.WithGold)], without = [.. Of(Asked.WithoutGold)], unanswerable = [.. Of(Asked.Unanswerable)], part = [.. Of(Asked.WithoutPart)];
        double[] right = [.. judged.Where(j => j.Judgement.IsRight).Select(j => j.Confidence)];
        return new ConfidenceScore(
            set, isSmall, Auroc(with, without), Auroc(with, unanswerable), 1 - Refused(with), 1 - Refused(right), Refused(without),
            Auroc(with, part), Refused(part), Refused(unanswerable));

        IEnumerable<double> Of(Asked asked) => judged.Where(j => j.Judgement.Asked == asked).Select(j => j.Confidence);
    }

    private static double Refused(double[] confidences) =>
        confidences.Length == 0 ? double.NaN : (double)confidences.Count(c => c < Threshold) / confidences.Length;

    // How likely a question that should be answered has more confidence than one that should not, ties for a half.
    private static double Auroc(double[] high, double[] low)
    {
        if (high.Length == 0 || low.Length == 0)
        {
            return double.NaN;
        }

        Array.Sort(low);
        var sum = 0.0;
        foreach (var value in high)
        {
            var under = Lower(low, value);
            sum += under + (0.5 * (Lower(low, double.BitIncrement(value)) - under));
        }

        return sum / ((double)high.Length * low.Length);
    }

    private static int Lower(double[] sorted, double value)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = sorted[middle] < value ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}

/// <summary>How well questions were told apart.</summary>
/// <param name="Set">The set.</param>
/// <param name="IsSmall">Whether each question was asked of a few articles only.</param>
/// <param name="Auroc">How well questions with the articles that answer them are told from questions without.</param>
/// <param name="UnanswerableAuroc">How well they are told from questions that were made to mislead; not a number where there are none.</param>
/// <param name="Answered">Which share of those with their articles is answered at 0.5.</param>
/// <param name="RightAnswered">Which share of those whose first sentence is right.</param>
/// <param name="Refused">Which share of those without is refused.</param>
/// <param name="PartAuroc">How well they are told from questions of articles without the paragraphs that answer.</param>
/// <param name="PartRefused">Which share of those is refused.</param>
/// <param name="UnanswerableRefused">Which share of the misleading ones.</param>
internal sealed record ConfidenceScore(
    string Set, bool IsSmall, double Auroc, double UnanswerableAuroc, double Answered, double RightAnswered, double Refused, double PartAuroc, double PartRefused,
    double UnanswerableRefused);
