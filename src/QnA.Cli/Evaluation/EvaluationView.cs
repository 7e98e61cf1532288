using System.Globalization;
using QnA.Cli.Rendering;
using QnA.Evaluation.Measures;
using QnA.Evaluation.Reports;
using QnA.Evaluation.Reports.Html;

namespace QnA.Cli.Evaluation;

/// <summary>Shows the measures of a run in a terminal, and as lines that a script can read.</summary>
internal static class EvaluationView
{
    private const int NameWidth = 22;
    private const int ValueWidth = 10;
    private const int RangeWidth = 20;

    /// <summary>Writes the measures, then how they changed.</summary>
    public static void Write(Terminal terminal, EvaluationReport report)
    {
        foreach (var value in report.Measures.Where(v => v.Value is not null))
        {
            var measure = AllMeasures.ByName[value.Name];
            terminal.WriteRaw(
                $"{value.Name,-NameWidth}{MeasureText.Of(measure, value.Value!.Value),ValueWidth}  "
                + $"{MeasureText.Of(measure, value.Interval),-RangeWidth}  {value.Count.ToString("N0", CultureInfo.InvariantCulture)}");
        }

        if (report.Comparison is not { } comparison)
        {
            return;
        }

        terminal.WriteRaw("");
        terminal.WriteRaw(string.Create(
            CultureInfo.InvariantCulture,
            $"Compared on {comparison.Questions:N0} questions; first quote right now and not before {comparison.Gained.Count:N0}, before and not now {comparison.Lost.Count:N0}"));
        foreach (var change in comparison.Changes)
        {
            var measure = AllMeasures.ByName[change.Name];
            terminal.WriteRaw((
                $"{change.Name,-NameWidth}{MeasureText.Of(measure, change.Old),ValueWidth} →{MeasureText.Of(measure, change.New),ValueWidth}  "
                + $"{MeasureText.WithSign(measure, change.Difference),ValueWidth}  {MeasureText.Of(measure, change.Interval),-RangeWidth}  "
                + MeasureText.VerdictOf(measure, change)).TrimEnd());
        }
    }
}
