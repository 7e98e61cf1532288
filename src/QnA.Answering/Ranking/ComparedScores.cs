namespace QnA.Answering.Ranking;

/// <summary>One score of all candidates of a question.</summary>
/// <remarks>Given as it is, as a share of the best, as a gap to the best of the others and as a rank.</remarks>
internal sealed class ComparedScores
{
    /// <summary>How many features a score becomes.</summary>
    public const int Count = 4;

    // Larger scores are sums without a bound rather than shares.
    private const double LargestShare = 1.5;

    private readonly double[] _scores;
    private readonly double[] _sorted;

    /// <summary>Compares scores.</summary>
    /// <param name="scores">A score of each candidate; none negative.</param>
    public ComparedScores(double[] scores)
    {
        _scores = scores;
        _sorted = [.. scores];
        Array.Sort(_sorted);
    }

    /// <summary>Adds the features of a candidate.</summary>
    public void AddTo(ref FeatureRow row, int index)
    {
        var (value, best) = (_scores[index], _sorted[^1]);
        var bestOther = value < best ? best : _sorted.Length > 1 ? _sorted[^2] : 0;
        row.Add(best > LargestShare ? Math.Log(1 + value) : value);
        row.Add(best > 0 ? value / best : 0);
        row.Add(best > 0 ? (value - bestOther) / best : 0);
        row.Add(1.0 / (1 + Above(value)));
    }

    private int Above(double value)
    {
        var (from, to) = (0, _sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = _sorted[middle] > value ? (from, middle) : (middle + 1, to);
        }

        return _sorted.Length - from;
    }
}
