using QnA.Answering.Ranking;
using QnA.Text.Numbers;

namespace QnA.Training.Learning;

/// <summary>The numbers that are learned, all in one array so that one optimiser moves them: hidden, bias, output, linear.</summary>
internal sealed class Parameters(int features)
{
    public const int Hidden = 0;

    /// <summary>Gets where the biases of the units begin.</summary>
    public int Bias { get; } = Hidden + (features * RankingNetwork.Units);

    /// <summary>Gets where the weights of the units in the score begin.</summary>
    public int Output => Bias + RankingNetwork.Units;

    /// <summary>Gets where the linear part begins.</summary>
    public int Linear => Output + RankingNetwork.Units;

    /// <summary>Gets how many numbers there are.</summary>
    public int Count => Linear + features;

    /// <summary>Gets the numbers.</summary>
    public float[] Values { get; } = new float[(features * (RankingNetwork.Units + 1)) + (2 * RankingNetwork.Units)];

    /// <summary>Draws the numbers to start from (He et al. 2015 for the hidden units); the linear part starts at 0.</summary>
    public static Parameters Start(int features, Random random)
    {
        var parameters = new Parameters(features);
        var hidden = Math.Sqrt(2.0 / features);
        var output = Math.Sqrt(1.0 / RankingNetwork.Units);
        for (var i = Hidden; i < parameters.Bias; i++)
        {
            parameters.Values[i] = (float)(Normal(random) * hidden);
        }

        for (var i = parameters.Output; i < parameters.Linear; i++)
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
