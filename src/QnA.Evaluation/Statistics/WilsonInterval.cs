namespace QnA.Evaluation.Statistics;

/// <summary>A range that holds the true value with a probability of 95 %.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public sealed record Interval(double Low, double High);

/// <summary>The confidence interval of a proportion.</summary>
/// <remarks>
/// The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
/// Statistical Association 22 (1927), which L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation for a binomial proportion",
/// Statistical Science 16 (2001), recommend because it stays honest near 0 and 1 and for few questions.
/// </remarks>
internal static class WilsonInterval
{
    // The two-sided 95 % point of the normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>Computes the interval.</summary>
    /// <param name="successes">How many succeeded.</param>
    /// <param name="trials">How many were tried; 1 or more.</param>
    public static Interval Of(double successes, double trials)
    {
        var share = successes / trials;
        var scale = 1 + (Z * Z / trials);
        var centre = (share + (Z * Z / (2 * trials))) / scale;
        var half = Z * Math.Sqrt((share * (1 - share) / trials) + (Z * Z / (4 * trials * trials))) / scale;
        return new Interval(Math.Max(0, Math.Min(share, centre - half)), Math.Min(1, Math.Max(share, centre + half)));
    }
}
