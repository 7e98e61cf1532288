using QnA.Evaluation.Scoring;
using QnA.Evaluation.Statistics;

namespace QnA.Evaluation.Curves;

/// <summary>A point of a risk–coverage curve.</summary>
/// <param name="Confidence">The lowest confidence that is still answered.</param>
/// <param name="Coverage">The share of the questions that are answered then.</param>
/// <param name="Risk">The share of those whose first quote does not show the answer, unanswerable ones included.</param>
public sealed record RiskCoveragePoint(double Confidence, double Coverage, double Risk);

/// <summary>What a threshold on the confidence costs and brings (R. El-Yaniv and Y. Wiener, Journal of Machine Learning Research 11, 2010).</summary>
/// <param name="Points">The curve, from the surest questions to all.</param>
/// <param name="Area">The mean risk over all coverages, 0 to 1; less is better. <see langword="null"/> where no question counts.</param>
public sealed record RiskCoverage(IReadOnlyList<RiskCoveragePoint> Points, double? Area)
{
    // More points than a chart has pixels show nothing.
    private const int MaxPoints = 200;

    /// <summary>Makes the curve of results.</summary>
    internal static RiskCoverage Of(IReadOnlyList<QuestionResult> results)
    {
        var counted = results.Where(r => r.IsScored || !r.IsAnswerable).OrderByDescending(r => r.Confidence).ToList();
        var points = new List<RiskCoveragePoint>();
        var (wrong, area) = (0, 0.0);
        for (var i = 0; i < counted.Count;)
        {
            var (confidence, first) = (counted[i].Confidence, i);
            for (; i < counted.Count && counted[i].Confidence == confidence; i++)
            {
                wrong += counted[i].QuoteRank == 1 ? 0 : 1;
            }

            var risk = (double)wrong / i;
            area += risk * (i - first);
            points.Add(new RiskCoveragePoint(confidence, Rounding.Round((double)i / counted.Count, 4), Rounding.Round(risk, 4)));
        }

        var step = Math.Max(1, points.Count / MaxPoints);
        return new RiskCoverage(
            [.. points.Where((_, i) => i % step == 0 || i == points.Count - 1)],
            counted.Count == 0 ? null : Rounding.Round(area / counted.Count, 4));
    }
}
