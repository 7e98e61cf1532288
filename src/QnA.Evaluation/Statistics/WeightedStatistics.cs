namespace QnA.Evaluation.Statistics;

/// <summary>Makes statistics of questions.</summary>
internal static class WeightedStatistics
{
    /// <summary>Makes the ratio of two sums over questions.</summary>
    /// <param name="numerators">What each question adds above the line.</param>
    /// <param name="denominators">What each question adds below it.</param>
    public static Statistic Ratio(double[] numerators, double[] denominators) => weights =>
    {
        double above = 0, below = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            above += weights[i] * numerators[i];
            below += weights[i] * denominators[i];
        }

        return below > 0 ? above / below : null;
    };

    /// <summary>Makes a percentile: of n sorted values, the one with the index ⌊share × n⌋ from 0.</summary>
    /// <param name="values">A value of each question; <see langword="null"/> where it has none.</param>
    /// <param name="share">0 to 1.</param>
    public static Statistic Percentile(double?[] values, double share)
    {
        var order = Enumerable.Range(0, values.Length).Where(i => values[i] is not null).OrderBy(i => values[i]).ToArray();
        return weights =>
        {
            var all = 0;
            foreach (var i in order)
            {
                all += weights[i];
            }

            if (all == 0)
            {
                return null;
            }

            var left = Math.Min(all - 1, (int)(share * all));
            foreach (var i in order)
            {
                if ((left -= weights[i]) < 0)
                {
                    return values[i];
                }
            }

            return null;
        };
    }

    /// <summary>
    /// Makes the area under the receiver operating characteristic: how likely a question that should score high scores higher than one
    /// that should score low, ties for a half (J. A. Hanley and B. J. McNeil, Radiology 143, 1982).
    /// </summary>
    /// <param name="scores">The scores; a question may have one in each class.</param>
    public static Statistic Auroc(IReadOnlyList<(int Question, double Score, bool IsPositive)> scores)
    {
        var order = scores.OrderBy(s => s.Score).ToArray();
        return weights =>
        {
            double rankSum = 0, positives = 0;
            long before = 0;
            for (var i = 0; i < order.Length;)
            {
                long tied = 0, tiedPositives = 0;
                var score = order[i].Score;
                for (; i < order.Length && order[i].Score == score; i++)
                {
                    tied += weights[order[i].Question];
                    tiedPositives += order[i].IsPositive ? weights[order[i].Question] : 0;
                }

                rankSum += (before + before + 1 + tied) / 2.0 * tiedPositives;
                positives += tiedPositives;
                before += tied;
            }

            var negatives = before - positives;
            return positives > 0 && negatives > 0 ? (rankSum - (positives * (positives + 1) / 2)) / (positives * negatives) : null;
        };
    }
}
