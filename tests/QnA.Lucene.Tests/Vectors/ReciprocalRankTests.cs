using QnA.Lucene.Vectors;

namespace QnA.Lucene.Tests.Vectors;

public class ReciprocalRankTests
{
    [Fact]
    public void Fuse_TwoRankings_AddsTheReciprocalsOfRanksAndSixty()
    {
        var scores = ReciprocalRank.Fuse([7, 8], [9, 7]);

        Assert.Equal((1.0 / 61) + (1.0 / 62), scores[7], 12);
        Assert.Equal(1.0 / 62, scores[8], 12);
        Assert.Equal(1.0 / 61, scores[9], 12);
        Assert.Equal(3, scores.Count);
    }

    [Theory]
    [InlineData(0.7f, 0.5, 0.4)]
    [InlineData(0.4f, 0.5, 0)]
    [InlineData(1f, 0.2, 1)]
    [InlineData(0.9f, 0, 0)]
    public void Confidence_OfTheNearest_IsItsShareOfTheWayFromTheUsualToTheSame(float nearest, double usual, double expected) =>
        Assert.Equal(expected, new SimilarPassages([new VectorHit(1, nearest)], usual).Confidence, 3);

    [Fact]
    public void Confidence_OfNothing_IsZero() => Assert.Equal(0, SimilarPassages.None.Confidence);
}
