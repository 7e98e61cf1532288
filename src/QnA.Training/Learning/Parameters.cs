using QnA.Search.Ranking;

namespace QnA.Training.Learning;

/// <summary>The numbers that are learned, all in one array so that one optimiser moves them: hidden, bias, output, linear.</summary>
internal sealed class Parameters
{
    public const int Hidden = 0;
    public const int Bias = Hidden + (SentenceFeatures.Count * RankingNetwork.Units);
    public const int Output = Bias + RankingNetwork.Units;
    public const int Linear = Output + RankingNetwork.Units;
    public const int Count = Linear + SentenceFeatures.Count;

    /// <summary>Gets the numbers.</summary>
    public float[] Values { get; } = new float[Count];

    /// <summary>Draws the numbers to start from (He et al. 2015 for the hidden units); the linear part starts at 0.</summary>
    public static Parameters Start(Random random)
    {
        var parameters = new Parameters();
        var hidden = Math.Sqrt(2.0 / SentenceFeatures.Count);
        var output = Math.Sqrt(1.0 / RankingNetwork.Units);
        for (var i = Hidden; i < Bias; i++)
        {
            parameters.Values[i] = (float)(Normal(random) * hidden);
        }

        for (var i = Output; i < Linear; i++)
        {
            parameters.Values[i] = (float)(Normal(random) * output);
        }

        return parameters;
    }

    /// <summary>Makes the network of the numbers.</summary>
    public RankingNetwork ToNetwork(Standardizer standardizer) => new(
        standardizer.Means,
        standardizer.Scales,
        Values[Hidden..Bias],
        Values[Bias..Output],
        Values[Output..Linear],
        Values[Linear..Count]);

    // Box and Muller 1958.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
