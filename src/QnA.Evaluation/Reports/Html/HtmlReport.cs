using System.Globalization;

namespace QnA.Evaluation.Reports.Html;

/// <summary>Makes a page of a report: one file that needs no other, with drawings as SVG, for light and dark screens.</summary>
/// <remarks>Text of articles and questions is encoded, and the page's policy forbids scripts and every request.</remarks>
public static class HtmlReport
{
    private const string Head =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">

        """;

    private const string Style =
        """
        <style>
        :root { --text: #1d2430; --dim: #5b6676; --page: #fdfdfc; --card: #f3f4f2; --line: #d5d9de; --main: #24618e; --good: #22713f; --bad: #a8332a }
        @media (prefers-color-scheme: dark) {
          :root { --text: #e4e7eb; --dim: #9aa5b3; --page: #14181d; --card: #1d232a; --line: #38414c; --main: #6db1e0; --good: #6fc58d; --bad: #ee8b80 }
        }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 72rem; margin: 0 auto; padding: 1rem }
        h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2.2rem } h3 { font-size: 1rem } h4 { font-size: 1rem; margin: 0 }
        table { border-collapse: collapse; display: block; overflow-x: auto } th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left }
        th { font-weight: 600 } .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap } .note { color: var(--dim) }
        .better td:last-child { color: var(--good); font-weight: 600 } .worse td:last-child { color: var(--bad); font-weight: 600 }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1.5rem } figure { margin: 0 }
        svg { width: 100%; height: auto } svg text { font-size: 11px; fill: var(--dim) } .spark { width: 7.5rem; height: .75rem }
        .grid { stroke: var(--line); fill: var(--line) } .guide { stroke: var(--dim); stroke-dasharray: 4 4 } .line { fill: none; stroke: var(--main); stroke-width: 2 }
        .bar, .dot { fill: var(--main) } .range { stroke: var(--text); stroke-width: 1.5 }
        details { margin: .5rem 0 } summary { cursor: pointer; font-weight: 600 }
        article { background: var(--card); border-radius: .4rem; padding: .7rem 1rem; margin: .7rem 0 }
        article p, blockquote { margin: .3rem 0; overflow-wrap: anywhere } blockquote, .expected { padding-inline-start: .7rem; border-inline-start: 3px solid var(--bad) }
        .expected, .right { border-color: var(--good) } cite { display: block; color: var(--dim); font-size: .85em }
        </style>

        """;

    /// <summary>Makes the page.</summary>
    /// <param name="report">The report.</param>
    public static string Of(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new HtmlWriter().Raw(Head).Element("title", $"Evaluation of {report.Run.Name}").Raw(Style).Raw("<body>\n");
        WriteRun(html, report.Run);
        MeasureSection.Write(html, report.Measures);
        if (report.Comparison is not null)
        {
            MeasureSection.Write(html, report.Comparison);
        }

        WriteCharts(html, report);
        if (report.Groups.Count > 0)
        {
            html.Element("h2", "Kinds of questions");
            MeasureSection.Write(html, report.Groups);
        }

        MissSection.Write(html, report.Questions);
        return html.Raw("</body>\n</html>\n").ToString();
    }

    private static void WriteRun(HtmlWriter html, RunDescription run)
    {
        html.Element("h1", $"Evaluation of {run.Name}");
        var facts = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{run.Measured:N0} of {run.Questions:N0} questions"),
            $"answers: {run.Answers}",
            run.At.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        };
        if (run.MinimumConfidence is { } minimum)
        {
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"nothing is answered under a confidence of {minimum}"));
        }

        if (run.Parallel > 1)
        {
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"{run.Parallel} questions at a time, which makes each slower"));
        }

        html.Element("p class=\"note\"", string.Join(" · ", facts));
        if (run.IsStopped)
        {
            html.Element("p class=\"worse\"", "The run was stopped before its end; the figures are those of the questions that were asked.");
        }

        if (run.Problems.Count > 0)
        {
            html.Raw("<details><summary>").Text(string.Create(CultureInfo.InvariantCulture, $"{run.Problems.Count:N0} problems")).Raw("</summary><ul>\n");
            foreach (var problem in run.Problems)
            {
                html.Element("li", problem);
            }

            html.Raw("</ul></details>\n");
        }
    }

    private static void WriteCharts(HtmlWriter html, EvaluationReport report)
    {
        html.Element("h2", "Confidence and time").Raw("<div class=\"charts\">\n");
        if (report.RiskCoverage.Area is { } area)
        {
            html.Raw("<figure>");
            Chart.Line(html, "Risk and coverage", "coverage: share of questions answered", "risk: share answered wrongly", report.RiskCoverage.Points.Select(p => (p.Coverage, p.Risk)));
            html.Element(
                "figcaption",
                $"Risk and coverage: if only the surest questions were answered, so many first quotes would be wrong. Area {area.ToString("0.0000", CultureInfo.InvariantCulture)}, less is better. Questions that were refused have no quote and count as wrong.");
            html.Raw("</figure>\n<figure>");
            Chart.Dots(html, "Calibration", "confidence", "share of right first quotes", report.Calibration.Bins.Select(DotOf));
            html.Element(
                "figcaption",
                $"Calibration: on the dashed line, the confidence is the share of right first quotes. Mean distance {report.Calibration.Error?.ToString("0.0000", CultureInfo.InvariantCulture)}.");
            html.Raw("</figure>\n");
        }

        if (report.Latencies.Count > 0)
        {
            html.Raw("<figure>");
            Chart.Bars(html, "Times of answers", "milliseconds", [.. report.Latencies.Select(bin => ($"{Milliseconds(bin.FromMs)}–{Milliseconds(bin.ToMs)}", bin.Answers))]);
            html.Element("figcaption", "Times of answers, in bins each √2 as wide as the one before. The first answers start the program's parts.");
            html.Raw("</figure>\n");
        }

        html.Raw("</div>\n");
    }

    private static Chart.Dot DotOf(Curves.CalibrationBin bin) => new(
        bin.Confidence,
        bin.Right,
        bin.Interval.Low,
        bin.Interval.High,
        string.Create(CultureInfo.InvariantCulture, $"confidence {bin.From:0.0} to {bin.To:0.0}: {bin.Questions:N0} questions, {bin.Right:P1} right"));

    private static string Milliseconds(double value) => value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
