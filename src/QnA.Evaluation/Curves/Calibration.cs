using QnA.Evaluation.Scoring;
using QnA.Evaluation.Statistics;

namespace QnA.Evaluation.Curves;

/// <summary>Questions of about the same confidence.</summary>
/// <param name="From">The lowest confidence of the bin.</param>
/// <param name="To">The confidence that the bin ends before; the last bin holds 1.</param>
/// <param name="Questions">How many questions there are.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Right">The share whose first quote shows the answer.</param>
/// <param name="Interval">The range that holds the true share with a probability of 95 %.</param>
public sealed record CalibrationBin(double From, double To, int Questions, double Confidence, double Right, Interval Interval);

/// <summary>Whether a confidence says how often the first quote is right.</summary>
/// <param name="Bins">Bins of a tenth each, empty ones left out.</param>
/// <param name="Error">
/// The expected calibration error (M. Pakdaman Naeini, G. Cooper and M. Hauskrecht, AAAI 2015): the mean distance of confidence and share, by
/// questions; 0 to 1, less is better. <see langword="null"/> where no question counts.
/// </param>
public sealed record Calibration(IReadOnlyList<CalibrationBin> Bins, double? Error)
{
    private const int BinCount = 10;

    /// <summary>Makes the bins of results: questions that are scored, and unanswerable ones, which are never right.</summary>
    internal static Calibration Of(IReadOnlyList<QuestionResult> results)
    {
        var counted = results.Where(r => r.IsScored || !r.IsAnswerable).ToList();
        var bins = counted
            .GroupBy(r => Math.Clamp((int)(r.Confidence * BinCount), 0, BinCount - 1))
            .OrderBy(g => g.Key)
            .Select(g => BinOf(g.Key, [.. g]))
            .ToList();
        double? error = counted.Count == 0
            ? null
            : Rounding.Round(bins.Sum(bin => bin.Questions * Math.Abs(bin.Confidence - bin.Right)) / counted.Count, 4);
        return new Calibration(bins, error);
    }

    private static CalibrationBin BinOf(int number, List<QuestionResult> results)
    {
        var right = results.Count(r => r.QuoteRank == 1);
        return new CalibrationBin(
            (double)number / BinCount,
            (double)(number + 1) / BinCount,
            results.Count,
            Rounding.Round(results.Average(r => r.Confidence), 4),
            Rounding.Round((double)right / results.Count, 4),
            WilsonInterval.Of(right, results.Count));
    }
}
