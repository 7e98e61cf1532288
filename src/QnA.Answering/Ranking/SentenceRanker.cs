using QnA.Answering.Retrieval;

namespace QnA.Answering.Ranking;

/// <summary>Ranks sentences by how likely each answers a question.</summary>
/// <remarks>Safe for concurrent use.</remarks>
internal sealed class SentenceRanker(RankingModel model)
{
    /// <summary>Ranks the sentences of passages.</summary>
    /// <param name="terms">The question's terms.</param>
    /// <param name="passages">The passages, best first.</param>
    /// <returns>Each sentence once, best first; the probabilities add up to 1.</returns>
    public IReadOnlyList<RankedCandidate> Rank(QuestionTerms terms, IReadOnlyList<CandidatePassage> passages)
    {
        var features = SentenceFeatures.Of(terms, passages);
        var scores = model.Score(features);
        var probabilities = ToProbabilities(scores);
        // Equal scores keep the order of finding, so that the same index gives the same bytes.
        return
        [
            .. probabilities.Index().OrderByDescending(p => p.Item)
                .Select(p => new RankedCandidate(features.Sentences[p.Index], p.Item, scores[p.Index])),
        ];
    }

    private static double[] ToProbabilities(float[] scores)
    {
        var highest = scores.Length == 0 ? 0f : scores.Max();
        double[] probabilities = [.. scores.Select(score => Math.Exp((double)score - highest))];
        var sum = probabilities.Sum();
        for (var i = 0; i < probabilities.Length; i++)
        {
            // Six digits: more than any use needs, fewer than machines differ in.
            probabilities[i] = Math.Round(probabilities[i] / sum, 6);
        }

        return probabilities;
    }
}

/// <summary>A sentence in a ranking.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Probability">How likely it answers, if any of the ranking does.</param>
/// <param name="Score">What the network gave it.</param>
internal sealed record RankedCandidate(Sentence Sentence, double Probability, double Score);
