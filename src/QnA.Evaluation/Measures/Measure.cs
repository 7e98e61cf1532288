using QnA.Evaluation.Scoring;
using QnA.Evaluation.Statistics;

namespace QnA.Evaluation.Measures;

/// <summary>What a measure counts in.</summary>
public enum MeasureUnit
{
    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>UTF-16 code units.</summary>
    Characters,

    /// <summary>Milliseconds.</summary>
    Milliseconds,
}

/// <summary>A figure that is made of the results of questions.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class Measure
{
    private readonly Func<IReadOnlyList<QuestionResult>, Statistic> _prepare;
    private readonly Func<QuestionResult, (double Above, double Below)>? _part;

    private Measure(
        string name,
        string meaning,
        MeasureUnit unit,
        Func<IReadOnlyList<QuestionResult>, Statistic> prepare,
        Func<QuestionResult, (double Above, double Below)>? part)
    {
        Name = name;
        Meaning = meaning;
        Unit = unit;
        _prepare = prepare;
        _part = part;
    }

    /// <summary>Gets the name, such as <c>quote@1</c>: in reports, files and gates.</summary>
    public string Name { get; }

    /// <summary>Gets the meaning in a sentence for people.</summary>
    public string Meaning { get; }

    /// <summary>Gets what it counts in.</summary>
    public MeasureUnit Unit { get; }

    /// <summary>Gets whether more is better; less is for lengths and times.</summary>
    public bool IsMoreBetter => Unit == MeasureUnit.Share;

    /// <summary>Gets how many digits after the point a value has.</summary>
    public int Digits => Unit switch
    {
        MeasureUnit.Share => 4,
        MeasureUnit.Characters => 1,
        _ => 6,
    };

    /// <summary>Measures results, with the range that holds the true value with a probability of 95 %.</summary>
    /// <param name="results">How the questions went.</param>
    public MeasureValue Of(IReadOnlyList<QuestionResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var statistic = _prepare(results);
        if (statistic(Once(results.Count)) is not { } value)
        {
            return new MeasureValue(Name, null, 0, null);
        }

        var (above, below) = _part is null ? (0, results.Count) : (results.Sum(r => _part(r).Above), results.Sum(r => _part(r).Below));
        var interval = _part is not null && Unit == MeasureUnit.Share ? WilsonInterval.Of(above, below) : Bootstrap.Of(results.Count, statistic);
        return new MeasureValue(Name, Rounding.Round(value, Digits), (long)below, Rounded(interval));
    }

    /// <summary>Makes the statistic of results, for which any question may count any number of times.</summary>
    internal Statistic Prepare(IReadOnlyList<QuestionResult> results) => _prepare(results);

    /// <summary>Rounds an interval as values of the measure are.</summary>
    internal Interval? Rounded(Interval? interval) =>
        interval is null ? null : new Interval(Rounding.Round(interval.Low, Digits), Rounding.Round(interval.High, Digits));

    internal static int[] Once(int count)
    {
        var weights = new int[count];
        Array.Fill(weights, 1);
        return weights;
    }

    internal static Measure Share(string name, string meaning, Func<QuestionResult, bool> counts, Func<QuestionResult, bool> succeeds) =>
        Ratio(name, meaning, MeasureUnit.Share, r => counts(r) ? (succeeds(r) ? 1 : 0, 1) : (0, 0));

    internal static Measure Ratio(string name, string meaning, MeasureUnit unit, Func<QuestionResult, (double Above, double Below)> part) => new(
        name,
        meaning,
        unit,
        results => WeightedStatistics.Ratio([.. results.Select(r => part(r).Above)], [.. results.Select(r => part(r).Below)]),
        part);

    internal static Measure Auroc(string name, string meaning, Func<QuestionResult, IEnumerable<(double Score, bool IsPositive)>> scores) => new(
        name,
        meaning,
        MeasureUnit.Share,
        results => WeightedStatistics.Auroc([.. results.SelectMany((r, i) => scores(r).Select(s => (i, s.Score, s.IsPositive)))]),
        part: null);

    internal static Measure Percentile(string name, string meaning, double share) => new(
        name,
        meaning,
        MeasureUnit.Milliseconds,
        results => WeightedStatistics.Percentile([.. results.Select(r => r.ElapsedMs)], share),
        part: null);
}

/// <summary>The value of a measure.</summary>
/// <param name="Name">The measure's name.</param>
/// <param name="Value">The value; <see langword="null"/> where no question has to do with it.</param>
/// <param name="Count">Of how many questions or quotes it is made.</param>
/// <param name="Interval">The range that holds the true value with a probability of 95 %; <see langword="null"/> where there is none.</param>
public sealed record MeasureValue(string Name, double? Value, long Count, Interval? Interval);
