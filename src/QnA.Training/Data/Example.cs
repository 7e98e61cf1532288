namespace QnA.Training.Data;

/// <summary>The candidates of one question as the ranker sees them.</summary>
/// <param name="Set">The set that the question is of.</param>
/// <param name="Group">The group of its article (see <see cref="ArticleGroups"/>).</param>
/// <param name="Features">The features of all candidates, one after the other.</param>
/// <param name="IsGold">For each candidate, whether it answers.</param>
internal sealed record Example(string Set, int Group, float[] Features, bool[] IsGold)
{
    /// <summary>Gets whether any candidate answers.</summary>
    public bool HasGold => Array.IndexOf(IsGold, true) >= 0;
}
