using QnA.Search.Ranking;
using QnA.Training.Data;

namespace QnA.Training.Learning;

/// <summary>Says how well what is learned from some articles does on others.</summary>
internal static class CrossValidation
{
    private const int Folds = 4;

    /// <summary>Learns from all groups of articles but a fold, ranks that fold, and so on for each fold.</summary>
    /// <param name="learned">The examples to learn from and test on.</param>
    /// <param name="unseen">Examples that are never learned from; tested on what the first fold learned.</param>
    /// <param name="seed">Seeds the training.</param>
    /// <returns>For each set: how many questions, and which share has its answer ranked first, among three, and ranked at all.</returns>
    public static SortedDictionary<string, RankingScore> Run(IReadOnlyList<Example> learned, IReadOnlyList<Example> unseen, int seed)
    {
        var scores = new SortedDictionary<string, RankingScore>(StringComparer.Ordinal);
        for (var fold = 0; fold < Folds; fold++)
        {
            var network = new Trainer(seed).Train([.. learned.Where(e => e.Group % Folds != fold)]);
            foreach (var example in learned.Where(e => e.Group % Folds == fold).Concat(fold == 0 ? unseen : []))
            {
                scores[example.Set] = scores.GetValueOrDefault(example.Set).Plus(Rank(example, network));
            }
        }

        return scores;
    }

    /// <summary>Returns the place of the first answering candidate, from 0; -1 where none answers.</summary>
    private static int Rank(Example example, RankingNetwork network)
    {
        var scores = new float[example.IsGold.Length];
        for (var c = 0; c < scores.Length; c++)
        {
            scores[c] = network.Score(example.Features.AsSpan(c * SentenceFeatures.Count, SentenceFeatures.Count));
        }

        var order = scores.Index().OrderByDescending(s => s.Item).Select(s => s.Index).ToList();
        return order.FindIndex(c => example.IsGold[c]);
    }
}

/// <summary>How well questions were ranked.</summary>
/// <param name="Questions">How many.</param>
/// <param name="First">How many have their answer first.</param>
/// <param name="Third">How many have it among the first three.</param>
/// <param name="Any">How many have it among the candidates.</param>
internal readonly record struct RankingScore(int Questions, int First, int Third, int Any)
{
    /// <summary>Adds a question whose answer is at a place, from 0; -1 where it is nowhere.</summary>
    public RankingScore Plus(int place) => new(
        Questions + 1, First + (place == 0 ? 1 : 0), Third + (place is >= 0 and < 3 ? 1 : 0), Any + (place >= 0 ? 1 : 0));
}
