using QnA.Search.Retrieval;

namespace QnA.Search.Ranking;

/// <summary>Ranks sentences by how likely each answers a question.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class SentenceRanker(RankingNetwork network)
{
    /// <summary>Ranks the sentences of passages.</summary>
    /// <param name="terms">The question's terms.</param>
    /// <param name="passages">The passages, best first.</param>
    /// <returns>Each sentence once, best first; the scores are probabilities and add up to 1.</returns>
    public IReadOnlyList<(Sentence Sentence, double Probability)> Rank(QuestionTerms terms, IReadOnlyList<FoundPassage> passages)
    {
        var features = SentenceFeatures.Of(terms, passages);
        Span<float> values = stackalloc float[SentenceFeatures.Count];
        var scores = new double[features.Sentences.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            features.Write(i, values);
            scores[i] = network.Score(values);
        }

        ToProbabilities(scores);
        // Equal scores keep the order of finding, so that the same index gives the same bytes.
        return [.. scores.Index().OrderByDescending(s => s.Item).Select(s => (features.Sentences[s.Index], s.Item))];
    }

    private static void ToProbabilities(double[] scores)
    {
        var highest = scores.Length == 0 ? 0 : scores.Max();
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Math.Exp(scores[i] - highest);
        }

        var sum = scores.Sum();
        for (var i = 0; i < scores.Length; i++)
        {
            // Six digits: more than any use needs, fewer than machines differ in.
            scores[i] = Math.Round(scores[i] / sum, 6);
        }
    }
}
