using QnA.Evaluation.Comparison;

namespace QnA.Evaluation.Tests.Comparison;

public sealed class RunComparisonTests
{
    [Fact]
    public void Of_OneQuestionMoreRight_IsNotSignificantAndManyAre()
    {
        var old = Enumerable.Range(0, 100).Select(i => Samples.Result($"{i}", quoteRank: i < 50 ? 1 : 0)).ToList();
        var slightly = Enumerable.Range(0, 100).Select(i => Samples.Result($"{i}", quoteRank: i < 51 ? 1 : 0)).ToList();
        var much = Enumerable.Range(0, 100).Select(i => Samples.Result($"{i}", quoteRank: i < 70 ? 1 : 0)).ToList();

        var small = RunComparison.Of(old, slightly).Changes.Single(c => c.Name == "quote@1");
        var large = RunComparison.Of(old, much).Changes.Single(c => c.Name == "quote@1");

        Assert.Equal((0.5, 0.51, 0.01, false), (small.Old, small.New, small.Difference, small.IsSignificant));
        Assert.True(large.IsSignificant && large.Interval!.Low > 0);
    }

    [Fact]
    public void Of_DifferentOrderAndQuestions_PairsByIds()
    {
        var comparison = RunComparison.Of(
            [Samples.Result("a", 1), Samples.Result("b"), Samples.Result("gone")],
            [Samples.Result("b", 1), Samples.Result("new"), Samples.Result("a")]);

        Assert.Equal((2, 1, 1), (comparison.Questions, comparison.OnlyOld, comparison.OnlyNew));
        Assert.Equal(["b"], comparison.Gained);
        Assert.Equal(["a"], comparison.Lost);
    }
}
