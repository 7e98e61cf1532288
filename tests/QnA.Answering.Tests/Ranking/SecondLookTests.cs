using QnA.Answering.Ranking;

namespace QnA.Answering.Tests.Ranking;

public sealed class SecondLookTests
{
    // Two candidates stand together in one article, a third alone in another; their probabilities are a half, a quarter and a quarter.
    private static readonly CandidatePlaces Places = new([-1, 0, -1], [1, -1, -1], [0, 0, 1], 2);
    private static readonly float[] Scores = [MathF.Log(2), 0, 0];

    [Fact]
    public void Of_Candidates_KeepTheirFeatures()
    {
        var first = Enumerable.Range(0, 3 * SentenceFeatures.Count).Select(i => (float)i).ToArray();

        var all = SecondLook.Of(first, Scores, Places);

        Assert.Equal(first[SentenceFeatures.Count..(2 * SentenceFeatures.Count)], all[SecondLook.AllFeatures..(SecondLook.AllFeatures + SentenceFeatures.Count)]);
    }

    [Fact]
    public void Of_TheOneAfterTheBest_SeesIt()
    {
        var look = LookAt(1);

        Assert.Equal(0.25f, look[1], 1e-6);
        Assert.Equal(0f, look[3], 1e-6);
        Assert.Equal(0.5f, look[4], 1e-6);
        Assert.Equal([1f, 0f], look[14..]);
    }

    [Fact]
    public void Of_CandidatesOfOneArticle_SpeakForEachOther() => Assert.Equal((0.75f, 0.25f), (LookAt(0)[9], LookAt(2)[9]));

    [Fact]
    public void Of_OneAlone_HasNoNeighbours() => Assert.Equal((-12f, 0f, -12f, 0f), (LookAt(2)[3], LookAt(2)[4], LookAt(2)[5], LookAt(2)[6]));

    [Fact]
    public void Of_Nothing_IsEmpty() => Assert.Empty(SecondLook.Of([], [], new CandidatePlaces([], [], [], 0)));

    private static float[] LookAt(int index) =>
        SecondLook.Of(new float[3 * SentenceFeatures.Count], Scores, Places)
            .AsSpan(((index + 1) * SecondLook.AllFeatures) - SecondLook.Count, SecondLook.Count).ToArray();
}
