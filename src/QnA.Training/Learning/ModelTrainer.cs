using QnA.Answering.Ranking;
using QnA.Training.Data;

namespace QnA.Training.Learning;

/// <summary>Learns both networks of a <see cref="RankingModel"/>.</summary>
/// <remarks>
/// The second learns from scores that the first gave to articles that it did not learn from, as it will in use. Groups of articles stay
/// in one of four folds. The same seed gives the same weights.
/// </remarks>
internal sealed class ModelTrainer
{
    private const int Folds = 4;

    private readonly Trainer _trainer;
    private readonly IReadOnlyList<Example> _learned;
    private readonly RankingNetwork[] _first = new RankingNetwork[Folds];
    private readonly Example[] _lookedAt;

    /// <summary>Learns the first networks.</summary>
    /// <param name="learned">The examples to learn from.</param>
    /// <param name="seed">Seeds the training.</param>
    public ModelTrainer(IReadOnlyList<Example> learned, int seed)
    {
        (_trainer, _learned) = (new Trainer(seed), learned);
        Parallel.For(0, Folds, fold => _first[fold] = _trainer.Train(Outside(learned, fold)));
        _lookedAt = [.. learned.Select(e => e.LookedAtBy(_first[FoldOf(e)]))];
    }

    /// <summary>Learns from all examples.</summary>
    public RankingModel Train()
    {
        RankingNetwork? first = null, second = null;
        Parallel.Invoke(() => first = _trainer.Train(_learned), () => second = _trainer.Train(_lookedAt));
        return new RankingModel(first!, second!);
    }

    /// <summary>Learns from all groups of articles but a fold, ranks that fold, and so on for each fold.</summary>
    /// <param name="unseen">Examples that are never learned from; tested on what the first fold learned.</param>
    /// <returns>For each set: how many questions, and which share has its answer ranked first, among three, and ranked at all.</returns>
    /// <remarks>The first scores of what the second network learns from stem from networks that saw the fold that it is tested on.</remarks>
    public SortedDictionary<string, RankingScore> CrossValidate(IReadOnlyList<Example> unseen)
    {
        var scores = new SortedDictionary<string, RankingScore>(StringComparer.Ordinal);
        var second = new RankingNetwork[Folds];
        Parallel.For(0, Folds, fold => second[fold] = _trainer.Train(Outside(_lookedAt, fold)));
        foreach (var example in _lookedAt)
        {
            Add(example, second[FoldOf(example)]);
        }

        foreach (var example in unseen)
        {
            Add(example.LookedAtBy(_first[0]), second[0]);
        }

        return scores;

        void Add(Example example, RankingNetwork network) =>
            scores[example.Set] = scores.GetValueOrDefault(example.Set).Plus(Rank(example, network));
    }

    private static int FoldOf(Example example) => example.Group % Folds;

    private static List<Example> Outside(IReadOnlyList<Example> examples, int fold) => [.. examples.Where(e => FoldOf(e) != fold)];

    /// <summary>Returns the place of the first answering candidate, from 0; -1 where none answers.</summary>
    private static int Rank(Example example, RankingNetwork network)
    {
        var order = network.ScoreAll(example.Features).Index().OrderByDescending(s => s.Item).Select(s => s.Index).ToList();
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
