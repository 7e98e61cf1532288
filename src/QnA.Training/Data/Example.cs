using QnA.Answering.Ranking;

namespace QnA.Training.Data;

/// <summary>The candidates of one question as the ranker sees them.</summary>
/// <param name="Set">The set that the question is of.</param>
/// <param name="Group">The group of its article (see <see cref="ArticleGroups"/>).</param>
/// <param name="Features">The features of all candidates, one after the other.</param>
/// <param name="Places">How the candidates stand to one another.</param>
/// <param name="IsGold">For each candidate, whether it answers.</param>
internal sealed record Example(string Set, int Group, float[] Features, CandidatePlaces Places, bool[] IsGold)
{
    /// <summary>Gets whether any candidate answers.</summary>
    public bool HasGold => Array.IndexOf(IsGold, true) >= 0;

    /// <summary>Gets how many features a candidate has.</summary>
    public int Width => Features.Length / Math.Max(1, IsGold.Length);

    /// <summary>Returns the example as a second look sees it.</summary>
    public Example LookedAtBy(RankingNetwork first) => this with { Features = SecondLook.Of(Features, first.ScoreAll(Features), Places) };
}
