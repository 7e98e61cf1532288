namespace QnA.Answering.Ranking;

/// <summary>Turns the first scores of a question's sentences into features of a second look at them.</summary>
/// <remarks>
/// An answer often stands in the sentence after the one that has the question's words, and several likely sentences of one article speak
/// for each other: both can only be seen when all sentences were scored.
/// </remarks>
internal static class SecondLook
{
    /// <summary>How many features are added to those of a sentence.</summary>
    public const int Count = 16;

    /// <summary>How many features a sentence has with them.</summary>
    public const int AllFeatures = SentenceFeatures.Count + Count;

    // Less likely than this by its logarithm is as good as not at all.
    private const double Least = -12;

    /// <summary>Writes the features of all candidates, those of the first look included.</summary>
    /// <param name="first">The features of the first look, <see cref="SentenceFeatures.Count"/> of each candidate.</param>
    /// <param name="scores">The first score of each candidate.</param>
    /// <param name="places">How the candidates stand to one another.</param>
    /// <returns><see cref="AllFeatures"/> numbers of each candidate.</returns>
    public static float[] Of(ReadOnlySpan<float> first, ReadOnlySpan<float> scores, CandidatePlaces places)
    {
        var all = new float[scores.Length * AllFeatures];
        var shares = Shares.Of(scores, places);
        for (var i = 0; i < scores.Length; i++)
        {
            var values = all.AsSpan(i * AllFeatures, AllFeatures);
            first.Slice(i * SentenceFeatures.Count, SentenceFeatures.Count).CopyTo(values);
            Write(shares, places, i, values[SentenceFeatures.Count..]);
        }

        return all;
    }

    private static void Write(Shares shares, CandidatePlaces places, int index, Span<float> values)
    {
        var (previous, next) = (places.Previous[index], places.Next[index]);
        var row = new FeatureRow(values);
        row.Add(shares.Logarithm(index));
        row.Add(shares.Of(index));
        row.Add(1.0 / (1 + shares.Ranks[index]));
        row.Add(shares.Logarithm(previous));
        row.Add(shares.Of(previous));
        row.Add(shares.Logarithm(next));
        row.Add(shares.Of(next));
        row.Add(shares.Of(previous < 0 ? -1 : places.Previous[previous]));
        row.Add(shares.Of(next < 0 ? -1 : places.Next[next]));
        row.Add(shares.Articles[places.Articles[index]]);
        row.Add(shares.Best);
        row.Add(shares.SecondBest);
        row.Add(shares.Of(index) - shares.Of(previous));
        row.Add(shares.Of(index) - shares.Of(next));
        row.Add(previous >= 0 && shares.Ranks[previous] == 0);
        row.Add(next >= 0 && shares.Ranks[next] == 0);
        if (row.Filled != Count)
        {
            throw new InvalidOperationException($"A second look has {row.Filled} features and {nameof(Count)} says {Count}.");
        }
    }

    /// <summary>What share of all probability each candidate has.</summary>
    private sealed class Shares(double[] shares, int[] ranks, double[] articles)
    {
        /// <summary>Gets the place of each candidate in the order of the scores, from 0.</summary>
        public int[] Ranks { get; } = ranks;

        /// <summary>Gets what the candidates of each article have together.</summary>
        public double[] Articles { get; } = articles;

        /// <summary>Gets the largest share and the one after it; 0 where there is none.</summary>
        public double Best { get; private init; }

        /// <inheritdoc cref="Best"/>
        public double SecondBest { get; private init; }

        public static Shares Of(ReadOnlySpan<float> scores, CandidatePlaces places)
        {
            var shares = new double[scores.Length];
            var order = new int[scores.Length];
            for (var i = 0; i < shares.Length; i++)
            {
                (shares[i], order[i]) = (scores[i], i);
            }

            Softmax(shares);
            Array.Sort(order, (a, b) => shares[a] != shares[b] ? shares[b].CompareTo(shares[a]) : a.CompareTo(b));
            var ranks = new int[shares.Length];
            var articles = new double[places.ArticleCount];
            for (var r = 0; r < order.Length; r++)
            {
                ranks[order[r]] = r;
                articles[places.Articles[order[r]]] += shares[order[r]];
            }

            return new Shares(shares, ranks, articles)
            {
                Best = order.Length > 0 ? shares[order[0]] : 0,
                SecondBest = order.Length > 1 ? shares[order[1]] : 0,
            };
        }

        /// <summary>Returns the share of a candidate; 0 for none (-1).</summary>
        public double Of(int index) => index < 0 ? 0 : shares[index];

        /// <summary>Returns the logarithm of a candidate's share by that of the best.</summary>
        public double Logarithm(int index) => index < 0 ? Least : Math.Max(Least, Math.Log(shares[index] / Best));

        private static void Softmax(double[] scores)
        {
            double highest = double.MinValue, sum = 0;
            foreach (var score in scores)
            {
                highest = Math.Max(highest, score);
            }

            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = Math.Exp(scores[i] - highest);
                sum += scores[i];
            }

            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] /= sum;
            }
        }
    }
}
