using System.Globalization;

namespace QnA.Evaluation.Reports.Html;

/// <summary>Draws charts as SVG inside the page, in the page's colours.</summary>
internal static class Chart
{
    private const double Width = 520;
    private const double Height = 260;
    private const double Left = 46;
    private const double Bottom = 40;
    private const double Top = 12;
    private const double Right = 14;
    private const int Ticks = 5;

    /// <summary>A dot with the range around it.</summary>
    internal sealed record Dot(double X, double Y, double Low, double High, string Label);

    /// <summary>Draws a line over a square from 0 to 1.</summary>
    public static void Line(HtmlWriter html, string title, string xAxis, string yAxis, IEnumerable<(double X, double Y)> points)
    {
        Open(html, title, xAxis, yAxis);
        var path = string.Join(' ', points.Select(p => $"{HtmlWriter.Number(XOf(p.X))},{HtmlWriter.Number(YOf(p.Y))}"));
        html.Raw($"<polyline class=\"line\" points=\"{path}\"/></svg>\n");
    }

    /// <summary>Draws dots with ranges over a square from 0 to 1, and the line on which both axes are equal.</summary>
    public static void Dots(HtmlWriter html, string title, string xAxis, string yAxis, IEnumerable<Dot> dots)
    {
        Open(html, title, xAxis, yAxis);
        html.Raw($"<line class=\"guide\" {Ends(XOf(0), YOf(0), XOf(1), YOf(1))}/>");
        foreach (var dot in dots)
        {
            html.Raw($"<g><title>{HtmlWriter.Encode(dot.Label)}</title><line class=\"range\" {Ends(XOf(dot.X), YOf(dot.Low), XOf(dot.X), YOf(dot.High))}/>");
            html.Raw($"<circle class=\"dot\" cx=\"{HtmlWriter.Number(XOf(dot.X))}\" cy=\"{HtmlWriter.Number(YOf(dot.Y))}\" r=\"4\"/></g>");
        }

        html.Raw("</svg>\n");
    }

    /// <summary>Draws bars side by side.</summary>
    public static void Bars(HtmlWriter html, string title, string xAxis, IReadOnlyList<(string Label, int Value)> bars)
    {
        var most = Math.Max(1, bars.Max(b => b.Value));
        var width = (Width - Left - Right) / bars.Count;
        Start(html, title);
        for (var i = 0; i < bars.Count; i++)
        {
            var top = YOf((double)bars[i].Value / most);
            html.Raw($"<g><title>{HtmlWriter.Encode(string.Create(CultureInfo.InvariantCulture, $"{bars[i].Label}: {bars[i].Value:N0}"))}</title>");
            html.Raw($"<rect class=\"bar\" x=\"{HtmlWriter.Number(Left + (i * width) + 1)}\" y=\"{HtmlWriter.Number(top)}\" ");
            html.Raw($"width=\"{HtmlWriter.Number(Math.Max(1, width - 2))}\" height=\"{HtmlWriter.Number(YOf(0) - top)}\"/></g>");
            if (i % Math.Max(1, bars.Count / 8) == 0)
            {
                Label(html, Left + ((i + 0.5) * width), YOf(0) + 15, "middle", bars[i].Label.Split('–')[0]);
            }
        }

        Label(html, Left - 6, YOf(1) + 4, "end", most.ToString("N0", CultureInfo.InvariantCulture));
        Label(html, Left - 6, YOf(0) + 4, "end", "0");
        Label(html, (Left + Width - Right) / 2, Height - 6, "middle", xAxis);
        html.Raw("</svg>\n");
    }

    private static void Open(HtmlWriter html, string title, string xAxis, string yAxis)
    {
        Start(html, title);
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var share = (double)tick / Ticks;
            html.Raw($"<line class=\"grid\" {Ends(XOf(0), YOf(share), XOf(1), YOf(share))}/>");
            Label(html, Left - 6, YOf(share) + 4, "end", share.ToString("0.0", CultureInfo.InvariantCulture));
            Label(html, XOf(share), YOf(0) + 15, "middle", share.ToString("0.0", CultureInfo.InvariantCulture));
        }

        Label(html, (Left + Width - Right) / 2, Height - 6, "middle", xAxis);
        html.Raw($"<text transform=\"translate(12 {HtmlWriter.Number((Top + Height - Bottom) / 2)}) rotate(-90)\" text-anchor=\"middle\">");
        html.Text(yAxis).Raw("</text>");
    }

    private static void Start(HtmlWriter html, string title) => html
        .Raw($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{HtmlWriter.Encode(title)}\">");

    private static void Label(HtmlWriter html, double x, double y, string anchor, string text) => html
        .Raw($"<text x=\"{HtmlWriter.Number(x)}\" y=\"{HtmlWriter.Number(y)}\" text-anchor=\"{anchor}\">").Text(text).Raw("</text>");

    private static string Ends(double x1, double y1, double x2, double y2) =>
        $"x1=\"{HtmlWriter.Number(x1)}\" y1=\"{HtmlWriter.Number(y1)}\" x2=\"{HtmlWriter.Number(x2)}\" y2=\"{HtmlWriter.Number(y2)}\"";

    private static double XOf(double share) => Left + (share * (Width - Left - Right));

    private static double YOf(double share) => Height - Bottom - (share * (Height - Bottom - Top));
}
