using QnA.Evaluation.Scoring;

namespace QnA.Evaluation.Curves;

/// <summary>Answers that took about the same time.</summary>
/// <param name="FromMs">The shortest time of the bin, in milliseconds.</param>
/// <param name="ToMs">The time that the bin ends before.</param>
/// <param name="Answers">How many answers there are.</param>
public sealed record LatencyBin(double FromMs, double ToMs, int Answers);

/// <summary>How long answers took.</summary>
internal static class LatencyHistogram
{
    // Times differ by factors; a step of √2 shows two humps as two.
    private const double Step = 1.4142135623730951;

    // Shorter than any answer is worth telling apart.
    private const double Shortest = 0.01;

    /// <summary>Makes bins from the shortest time to the longest, without gaps, each √2 as wide as the one before.</summary>
    public static IReadOnlyList<LatencyBin> Of(IReadOnlyList<QuestionResult> results)
    {
        List<int> bins = [.. results.Where(r => r.ElapsedMs is not null).Select(r => BinOf(r.ElapsedMs!.Value))];
        if (bins.Count == 0)
        {
            return [];
        }

        var counts = bins.CountBy(bin => bin).ToDictionary();
        return [.. Enumerable.Range(bins.Min(), bins.Max() - bins.Min() + 1)
            .Select(bin => new LatencyBin(Math.Pow(Step, bin), Math.Pow(Step, bin + 1), counts.GetValueOrDefault(bin)))];
    }

    private static int BinOf(double milliseconds) => (int)Math.Floor(Math.Log(Math.Max(Shortest, milliseconds)) / Math.Log(Step));
}
