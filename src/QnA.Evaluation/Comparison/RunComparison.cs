using QnA.Evaluation.Measures;
using QnA.Evaluation.Scoring;
using QnA.Evaluation.Statistics;

namespace QnA.Evaluation.Comparison;

/// <summary>What a measure was and is, on the questions that both runs have.</summary>
/// <param name="Name">The measure's name.</param>
/// <param name="Old">What it was.</param>
/// <param name="New">What it is.</param>
/// <param name="Difference">How much it rose; negative where it fell.</param>
/// <param name="Interval">The range that holds the true difference with a probability of 95 %, from questions drawn in pairs.</param>
/// <param name="IsSignificant">Whether that range leaves out 0.</param>
public sealed record MeasureChange(string Name, double Old, double New, double Difference, Interval? Interval, bool IsSignificant);

/// <summary>A run compared with an earlier one of the same questions.</summary>
/// <param name="Questions">How many questions both have, by their ids.</param>
/// <param name="OnlyOld">How many questions only the earlier run has.</param>
/// <param name="OnlyNew">How many questions only this run has.</param>
/// <param name="Changes">The measures that both have.</param>
/// <param name="Gained">The ids of the questions whose first quote now shows the answer and did not, in the order of the questions.</param>
/// <param name="Lost">The ids of the questions whose first quote showed the answer and does not now.</param>
public sealed record RunComparison(
    int Questions,
    int OnlyOld,
    int OnlyNew,
    IReadOnlyList<MeasureChange> Changes,
    IReadOnlyList<string> Gained,
    IReadOnlyList<string> Lost)
{
    /// <summary>Compares two runs.</summary>
    /// <param name="old">The earlier one.</param>
    /// <param name="new">This one.</param>
    public static RunComparison Of(IReadOnlyList<QuestionResult> old, IReadOnlyList<QuestionResult> @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var before = old.DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        List<QuestionResult> after = [.. @new.DistinctBy(r => r.Id).Where(r => before.ContainsKey(r.Id))];
        List<(QuestionResult Old, QuestionResult New)> pairs = [.. after.Select(r => (before[r.Id], r))];
        return new RunComparison(
            pairs.Count,
            before.Count - pairs.Count,
            @new.DistinctBy(r => r.Id).Count() - pairs.Count,
            [.. AllMeasures.List.Select(measure => ChangeOf(measure, pairs)).OfType<MeasureChange>()],
            [.. pairs.Where(p => p.New.QuoteRank == 1 && p.Old.QuoteRank != 1).Select(p => p.New.Id)],
            [.. pairs.Where(p => p.Old.QuoteRank == 1 && p.New.QuoteRank != 1).Select(p => p.New.Id)]);
    }

    private static MeasureChange? ChangeOf(Measure measure, List<(QuestionResult Old, QuestionResult New)> pairs)
    {
        var old = measure.Prepare([.. pairs.Select(p => p.Old)]);
        var @new = measure.Prepare([.. pairs.Select(p => p.New)]);
        var once = Measure.Once(pairs.Count);
        if (old(once) is not { } oldValue || @new(once) is not { } newValue)
        {
            return null;
        }

        var interval = Bootstrap.Of(pairs.Count, weights => @new(weights) - old(weights));
        return new MeasureChange(
            measure.Name,
            Rounding.Round(oldValue, measure.Digits),
            Rounding.Round(newValue, measure.Digits),
            Rounding.Round(newValue - oldValue, measure.Digits),
            measure.Rounded(interval),
            interval is { } range && (range.Low > 0 || range.High < 0));
    }
}
