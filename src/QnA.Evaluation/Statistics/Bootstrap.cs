namespace QnA.Evaluation.Statistics;

/// <summary>A statistic of questions of which each may count any number of times: once, for the figure itself.</summary>
/// <param name="weights">How often each question counts.</param>
/// <returns><see langword="null"/> where the questions that count have no such figure.</returns>
public delegate double? Statistic(ReadOnlySpan<int> weights);

/// <summary>The percentile bootstrap (B. Efron and R. J. Tibshirani, "An introduction to the bootstrap", 1993, chapter 13).</summary>
/// <remarks>Questions are drawn with replacement; the seed is fixed, so the same results give the same interval.</remarks>
internal static class Bootstrap
{
    /// <summary>How often questions are drawn: enough that the ends of an interval move in their third digit only.</summary>
    public const int Samples = 2000;

    private const int Seed = 20_240_229;
    private const double Tail = 0.025;

    /// <summary>Computes the interval of a statistic.</summary>
    /// <param name="questions">How many questions there are.</param>
    /// <param name="statistic">The statistic, or a difference of two: then the same questions are drawn for both, which pairs them.</param>
    /// <returns><see langword="null"/> where fewer than half of the samples have the figure.</returns>
    public static Interval? Of(int questions, Statistic statistic)
    {
        var random = new Random(Seed);
        var weights = new int[questions];
        var values = new List<double>(Samples);
        for (var sample = 0; sample < Samples; sample++)
        {
            Array.Clear(weights);
            for (var i = 0; i < questions; i++)
            {
                weights[random.Next(questions)]++;
            }

            if (statistic(weights) is { } value)
            {
                values.Add(value);
            }
        }

        if (2 * values.Count < Samples)
        {
            return null;
        }

        values.Sort();
        return new Interval(values[(int)(Tail * values.Count)], values[Math.Min(values.Count - 1, (int)((1 - Tail) * values.Count))]);
    }
}
