using QnA.Answering.Ranking;

namespace QnA.Answering.Tests.Ranking;

public sealed class ComparedScoresTests
{
    [Fact]
    public void AddTo_TheBest_StandsAboveTheNext() => Assert.Equal([0.8f, 1, 0.5f, 1], FeaturesOf(1, [0.2, 0.8, 0.4]));

    [Fact]
    public void AddTo_Another_StandsUnderTheBest() => Assert.Equal([0.4f, 0.5f, -0.5f, 0.5f], FeaturesOf(2, [0.2, 0.8, 0.4]));

    [Fact]
    public void AddTo_TwoBest_ShareTheRank() => Assert.Equal([0.8f, 1, 0, 1], FeaturesOf(0, [0.8, 0.8, 0.4]));

    [Fact]
    public void AddTo_SumsWithoutABound_AreTakenByTheirLogarithm() => Assert.Equal(MathF.Log(1 + 3), FeaturesOf(0, [3, 1])[0], 1e-6);

    [Fact]
    public void AddTo_NothingMatches_IsZero() => Assert.Equal([0, 0, 0, 1f], FeaturesOf(0, [0]));

    private static float[] FeaturesOf(int index, double[] scores)
    {
        var values = new float[ComparedScores.Count];
        var row = new FeatureRow(values);
        new ComparedScores(scores).AddTo(ref row, index);
        return values;
    }
}
