using System.Globalization;
using QnA.Evaluation.Comparison;
using QnA.Evaluation.Measures;
using QnA.Evaluation.Statistics;

namespace QnA.Evaluation.Reports.Html;

/// <summary>Shows measures in tables.</summary>
internal static class MeasureSection
{
    /// <summary>Writes all measures that have a value, with their ranges.</summary>
    public static void Write(HtmlWriter html, IReadOnlyList<MeasureValue> values)
    {
        html.Element("h2", "Measures").Raw("<table>").Row("th", "measure", "value", "95 % range", "of", "", "meaning");
        foreach (var value in values.Where(v => v.Value is not null))
        {
            var measure = AllMeasures.ByName[value.Name];
            html.Raw("<tr>").Element("th scope=\"row\"", value.Name).Element("td class=\"number\"", MeasureText.Of(measure, value.Value!.Value));
            html.Element("td class=\"number\"", MeasureText.Of(measure, value.Interval));
            html.Element("td class=\"number\"", value.Count.ToString("N0", CultureInfo.InvariantCulture));
            html.Raw("<td>");
            WriteBar(html, measure, value);
            html.Raw("</td>").Element("td", measure.Meaning).Raw("</tr>\n");
        }

        html.Raw("</table>\n");
    }

    /// <summary>Writes how measures changed.</summary>
    public static void Write(HtmlWriter html, RunComparison comparison)
    {
        html.Element("h2", "Compared with before");
        html.Element(
            "p class=\"note\"",
            string.Create(
                CultureInfo.InvariantCulture,
                $"On the {comparison.Questions:N0} questions that both runs have ({comparison.OnlyOld:N0} only before, {comparison.OnlyNew:N0} only now). First quote right now and not before: {comparison.Gained.Count:N0}; before and not now: {comparison.Lost.Count:N0}."));
        html.Raw("<table>").Row("th", "measure", "before", "now", "difference", "95 % range", "");
        foreach (var change in comparison.Changes)
        {
            var measure = AllMeasures.ByName[change.Name];
            var verdict = MeasureText.VerdictOf(measure, change);
            html.Raw($"<tr class=\"{verdict}\">").Element("th scope=\"row\"", change.Name);
            html.Element("td class=\"number\"", MeasureText.Of(measure, change.Old)).Element("td class=\"number\"", MeasureText.Of(measure, change.New));
            html.Element("td class=\"number\"", MeasureText.WithSign(measure, change.Difference));
            html.Element("td class=\"number\"", MeasureText.Of(measure, change.Interval)).Element("td", verdict).Raw("</tr>\n");
        }

        html.Raw("</table>\n");
    }

    /// <summary>Writes the measures of kinds of questions.</summary>
    public static void Write(HtmlWriter html, IReadOnlyList<QuestionGroup> groups)
    {
        foreach (var kinds in groups.GroupBy(g => g.By, StringComparer.Ordinal))
        {
            html.Element("h3", $"By {kinds.Key}").Raw("<table>");
            html.Row("th", [kinds.Key, "questions", .. kinds.First().Measures.Select(m => m.Name)]);
            foreach (var group in kinds)
            {
                html.Raw("<tr>").Element("th scope=\"row\"", group.Name);
                html.Element("td class=\"number\"", group.Questions.ToString("N0", CultureInfo.InvariantCulture));
                foreach (var value in group.Measures)
                {
                    var measure = AllMeasures.ByName[value.Name];
                    html.Raw($"<td class=\"number\" title=\"{HtmlWriter.Encode(MeasureText.Of(measure, value.Interval))}\">");
                    html.Text(value.Value is { } number ? MeasureText.Of(measure, number) : "–").Raw("</td>");
                }

                html.Raw("</tr>\n");
            }

            html.Raw("</table>\n");
        }
    }

    private static void WriteBar(HtmlWriter html, Measure measure, MeasureValue value)
    {
        if (measure.Unit != MeasureUnit.Share)
        {
            return;
        }

        const int Width = 120;
        html.Raw($"<svg class=\"spark\" viewBox=\"0 0 {Width} 12\" aria-hidden=\"true\"><rect class=\"grid\" width=\"{Width}\" height=\"12\"/>");
        html.Raw($"<rect class=\"bar\" width=\"{HtmlWriter.Number(Width * value.Value!.Value)}\" height=\"12\"/>");
        if (value.Interval is { } range)
        {
            html.Raw($"<line class=\"range\" x1=\"{HtmlWriter.Number(Width * range.Low)}\" x2=\"{HtmlWriter.Number(Width * range.High)}\" y1=\"6\" y2=\"6\"/>");
        }

        html.Raw("</svg>");
    }
}

/// <summary>Writes values of measures in words and numbers, the same in pages and terminals.</summary>
public static class MeasureText
{
    /// <summary>Writes a value: shares with four digits, lengths with one, times with two.</summary>
    public static string Of(Measure measure, double value)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return value.ToString(FormatOf(measure), CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a range; nothing where there is none.</summary>
    public static string Of(Measure measure, Interval? interval) =>
        interval is null ? "" : $"{Of(measure, interval.Low)} – {Of(measure, interval.High)}";

    /// <summary>Writes a difference with its sign.</summary>
    public static string WithSign(Measure measure, double value) => (value > 0 ? "+" : "") + Of(measure, value);

    /// <summary>Says what a change is: <c>better</c>, <c>worse</c>, or nothing where it may be chance.</summary>
    public static string VerdictOf(Measure measure, MeasureChange change)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(change);
        return !change.IsSignificant ? "" : change.Difference > 0 == measure.IsMoreBetter ? "better" : "worse";
    }

    private static string FormatOf(Measure measure) => measure.Unit switch
    {
        MeasureUnit.Share => "0.0000",
        MeasureUnit.Characters => "0.0",
        _ => "0.00",
    };
}
