using QnA.Evaluation.Comparison;
using QnA.Evaluation.Curves;
using QnA.Evaluation.Measures;
using QnA.Evaluation.Scoring;

namespace QnA.Evaluation.Reports;

/// <summary>What a run measured.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record EvaluationReport
{
    /// <summary>The version of the files that hold reports.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Gets the version of the file's layout.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Gets what was measured and how.</summary>
    public required RunDescription Run { get; init; }

    /// <summary>Gets all measures.</summary>
    public required IReadOnlyList<MeasureValue> Measures { get; init; }

    /// <summary>Gets the measures by kinds of questions.</summary>
    public required IReadOnlyList<QuestionGroup> Groups { get; init; }

    /// <summary>Gets what a threshold on the confidence costs and brings.</summary>
    public required RiskCoverage RiskCoverage { get; init; }

    /// <summary>Gets whether the confidence says how often the first quote is right.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>Gets how long answers took.</summary>
    public required IReadOnlyList<LatencyBin> Latencies { get; init; }

    /// <summary>Gets the comparison with an earlier run; <see langword="null"/> where none was asked for.</summary>
    public RunComparison? Comparison { get; init; }

    /// <summary>Gets how each question went, in the order of the questions.</summary>
    public required IReadOnlyList<QuestionResult> Questions { get; init; }

    /// <summary>Makes a report.</summary>
    /// <param name="run">What was measured and how.</param>
    /// <param name="results">How each question went.</param>
    /// <param name="old">An earlier report to compare with, or <see langword="null"/>.</param>
    public static EvaluationReport Of(RunDescription run, IReadOnlyList<QuestionResult> results, EvaluationReport? old) => new()
    {
        Run = run,
        Measures = AllMeasures.Of(results),
        Groups = QuestionGroups.Of(results),
        RiskCoverage = RiskCoverage.Of(results),
        Calibration = Calibration.Of(results),
        Latencies = LatencyHistogram.Of(results),
        Comparison = old is null ? null : RunComparison.Of(old.Questions, results),
        Questions = results,
    };
}

/// <summary>What was measured and how.</summary>
public sealed record RunDescription
{
    /// <summary>Gets the name of the set of questions.</summary>
    public required string Name { get; init; }

    /// <summary>Gets when the run ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what wrote the answers; the name of a file where they were read from one.</summary>
    public required string Answers { get; init; }

    /// <summary>Gets the confidence under which nothing was answered; <see langword="null"/> where that is not known.</summary>
    public double? MinimumConfidence { get; init; }

    /// <summary>Gets how many questions were asked at a time; 0 where answers were read from a file.</summary>
    public int Parallel { get; init; }

    /// <summary>Gets how many questions the set has.</summary>
    public required int Questions { get; init; }

    /// <summary>Gets how many of them were measured; fewer than <see cref="Questions"/> where the run was stopped or answers are missing.</summary>
    public required int Measured { get; init; }

    /// <summary>Gets whether the run was stopped before its end.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Gets how many indexes were made for questions without the articles that answer them; 0 where that was not tried.</summary>
    public int Folds { get; init; }

    /// <summary>Gets what was wrong with lines, questions and answers, for people.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
