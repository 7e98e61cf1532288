using System.Globalization;
using QnA.Evaluation.Scoring;

namespace QnA.Evaluation.Reports.Html;

/// <summary>Shows the worst misses, each with what was shown instead.</summary>
internal static class MissSection
{
    // As many as a person reads; the JSON file has all questions.
    private const int MaxMisses = 25;

    /// <summary>Writes the misses of results, the surest first.</summary>
    public static void Write(HtmlWriter html, IReadOnlyList<QuestionResult> results)
    {
        html.Element("h2", "Worst misses");
        WriteKind(html, "Wrong quotes, the surest first", [.. results.Where(r => r.IsScored && r.IsAnswered && r.QuoteRank is 0 or > 3)]);
        WriteKind(html, "Answered though no article answers it", [.. results.Where(r => !r.IsAnswerable && r.IsAnswered)]);
        WriteKind(html, "Refused though an article answers it", [.. results.Where(r => r.IsAnswerable && !r.IsAnswered)]);
        WriteKind(html, "Conflicts that were not shown", [.. results.Where(r => r.IsConflict && !r.IsConflictShown)]);
    }

    private static void WriteKind(HtmlWriter html, string title, List<QuestionResult> misses)
    {
        if (misses.Count == 0)
        {
            return;
        }

        html.Raw("<details><summary>").Text($"{title}: {misses.Count.ToString("N0", CultureInfo.InvariantCulture)}").Raw("</summary>\n");
        foreach (var miss in misses.OrderByDescending(r => r.Confidence).Take(MaxMisses))
        {
            WriteMiss(html, miss);
        }

        if (misses.Count > MaxMisses)
        {
            html.Element("p class=\"note\"", $"The first {MaxMisses} are shown. The file of --json has all questions.");
        }

        html.Raw("</details>\n");
    }

    private static void WriteMiss(HtmlWriter html, QuestionResult miss)
    {
        html.Raw("<article>").Element("h4 dir=\"auto\"", miss.Question);
        html.Element("p class=\"note\"", $"{miss.Id} · confidence {miss.Confidence.ToString("0.00", CultureInfo.InvariantCulture)} · {ReasonOf(miss)}");
        foreach (var expected in miss.Expected.Take(2))
        {
            html.Raw("<p dir=\"auto\" class=\"expected\">").Text(expected).Raw("</p>\n");
        }

        foreach (var shown in miss.Shown)
        {
            html.Raw($"<blockquote dir=\"auto\" class=\"{(shown.IsRight ? "right" : "wrong")}\">").Text(shown.Text);
            html.Raw("<cite>").Text(shown.ArticleId).Raw("</cite></blockquote>\n");
        }

        html.Raw("</article>\n");
    }

    private static string ReasonOf(QuestionResult miss) => miss switch
    {
        { IsAnswerable: false } => "no article answers it",
        { IsScored: false } => "the place of its answer is not known",
        { IsAnswered: false } => $"{miss.Status}, {WhereArticle(miss)}",
        _ => WhereArticle(miss),
    };

    private static string WhereArticle(QuestionResult miss) => miss.ArticleRank switch
    {
        0 => "no right article was found",
        1 => "a right article came first",
        var rank => string.Create(CultureInfo.InvariantCulture, $"a right article came at rank {rank}"),
    };
}
