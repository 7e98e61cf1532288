namespace QnA.Lucene.Vectors;

/// <summary>
/// Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): what several rankings have near the top comes to the top, whatever
/// their scores mean.
/// </summary>
internal static class ReciprocalRank
{
    /// <summary>The constant of the paper: how much less the very first ranks count than their reciprocals would.</summary>
    public const int K = 60;

    /// <summary>Fuses rankings.</summary>
    /// <param name="rankings">Documents, best first; each at most once a ranking.</param>
    /// <returns>The score of each document: the sum of 1 / (K + rank) over the rankings that have it, ranks from 1.</returns>
    public static Dictionary<int, double> Fuse(params ReadOnlySpan<IReadOnlyList<int>> rankings)
    {
        var scores = new Dictionary<int, double>();
        foreach (var ranking in rankings)
        {
            for (var i = 0; i < ranking.Count; i++)
            {
                scores[ranking[i]] = scores.GetValueOrDefault(ranking[i]) + (1.0 / (K + i + 1));
            }
        }

        return scores;
    }
}
