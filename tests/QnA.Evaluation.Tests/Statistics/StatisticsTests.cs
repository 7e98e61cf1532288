using CsCheck;
using QnA.Evaluation.Statistics;

namespace QnA.Evaluation.Tests.Statistics;

public sealed class StatisticsTests
{
    [Fact]
    public void Wilson_KnownExample_GivesThePublishedEnds()
    {
        // 8 of 10: 0.490 to 0.943 (Newcombe 1998 gives the method's values for such samples).
        var interval = WilsonInterval.Of(8, 10);

        Assert.Equal(0.4902, interval.Low, 4);
        Assert.Equal(0.9433, interval.High, 4);
    }

    [Fact]
    public void Wilson_AnyShare_IsInsideItsInterval() =>
        (from trials in Gen.Int[1, 500] from successes in Gen.Int[0, trials] select (successes, trials)).Sample(p =>
        {
            var interval = WilsonInterval.Of(p.successes, p.trials);
            var share = (double)p.successes / p.trials;
            Assert.True(interval.Low >= 0 && interval.Low <= share && share <= interval.High && interval.High <= 1);
        });

    [Fact]
    public void Auroc_AnyWeights_IsTheShareOfPairsInOrder()
    {
        var scores = Gen.Int[0, 4].Select(s => s / 4.0);
        Gen.Select(scores.Array[1, 12], scores.Array[1, 12], Gen.Int[0, 3].Array[24]).Sample((positives, negatives, random) =>
        {
            var all = positives.Select(s => (s, true)).Concat(negatives.Select(s => (s, false))).Select((p, i) => (i, p.s, p.Item2)).ToList();
            var weights = random[..all.Count];
            double won = 0, pairs = 0;
            foreach (var (i, score, _) in all.Where(p => p.Item3))
            {
                foreach (var (j, other, _) in all.Where(p => !p.Item3))
                {
                    pairs += weights[i] * weights[j];
                    won += weights[i] * weights[j] * (score > other ? 1 : score == other ? 0.5 : 0);
                }
            }

            var auroc = WeightedStatistics.Auroc(all)(weights);
            Assert.Equal(pairs > 0, auroc is not null);
            if (auroc is { } area)
            {
                Assert.Equal(won / pairs, area, 10);
            }
        });
    }

    [Fact]
    public void Percentile_AnyWeights_IsTheOneOfRepeatedValues() =>
        Gen.Select(Gen.Double[0, 100].Array[1, 20], Gen.Int[0, 3].Array[20], Gen.Double[0, 1]).Sample((values, random, share) =>
        {
            var weights = random[..values.Length];
            double[] repeated = [.. values.SelectMany((v, i) => Enumerable.Repeat(v, weights[i])).Order()];
            double? expected = repeated.Length == 0 ? null : repeated[Math.Min(repeated.Length - 1, (int)(share * repeated.Length))];

            Assert.Equal(expected, WeightedStatistics.Percentile([.. values.Select(v => (double?)v)], share)(weights));
        });

    [Theory]
    [InlineData(0.03125, 4, 0.0312)]
    [InlineData(0.09375, 4, 0.0938)]
    [InlineData(0.00005, 4, 0.0001)]
    [InlineData(2.675, 2, 2.67)]
    [InlineData(-0.03125, 4, -0.0312)]
    [InlineData(196.75, 1, 196.8)]
    [InlineData(123456.789, 1, 123456.8)]
    public void Round_Halves_GoToTheEvenDigitOfTheExactValue(double value, int digits, double rounded) =>
        Assert.Equal(rounded, Rounding.Round(value, digits));

    [Fact]
    public void Bootstrap_SameResults_GiveTheSameInterval()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8];
        var mean = WeightedStatistics.Ratio(values, [1, 1, 1, 1, 1, 1, 1, 1]);

        var interval = Bootstrap.Of(values.Length, mean)!;

        Assert.Equal(interval, Bootstrap.Of(values.Length, mean));
        Assert.InRange(interval.Low, 2.5, 3.5);
        Assert.InRange(interval.High, 5.5, 6.5);
    }
}
