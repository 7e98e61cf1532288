using QnA.Training.Data;

namespace QnA.Training.Learning;

/// <summary>Means and scales of features.</summary>
/// <param name="Means">The mean of each feature.</param>
/// <param name="Scales">One divided by the standard deviation of each; 0 for a feature that never changes.</param>
internal sealed record Standardizer(float[] Means, float[] Scales)
{
    private const double Smallest = 1e-6;

    /// <summary>Measures examples.</summary>
    public static Standardizer Of(IReadOnlyList<Example> examples)
    {
        var width = examples[0].Width;
        var sums = new double[width];
        var squares = new double[width];
        long count = 0;
        foreach (var example in examples)
        {
            for (var i = 0; i < example.Features.Length; i++)
            {
                sums[i % width] += example.Features[i];
                squares[i % width] += (double)example.Features[i] * example.Features[i];
            }

            count += example.IsGold.Length;
        }

        var means = sums.Select(sum => sum / count).ToArray();
        var deviations = squares.Select((square, i) => Math.Sqrt(Math.Max(0, (square / count) - (means[i] * means[i]))));
        return new Standardizer([.. means.Select(m => (float)m)], [.. deviations.Select(d => d > Smallest ? (float)(1 / d) : 0)]);
    }
}
