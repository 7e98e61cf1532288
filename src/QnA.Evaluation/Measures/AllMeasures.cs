using QnA.Evaluation.Scoring;

namespace QnA.Evaluation.Measures;

/// <summary>The measures, in the order of reports.</summary>
public static class AllMeasures
{
    /// <summary>Gets every measure.</summary>
    public static IReadOnlyList<Measure> List { get; } =
    [
        Measure.Share("article@1", "A right article is the first that was found", r => r.IsScored, r => r.ArticleRank == 1),
        Measure.Share("article@5", "A right article is among the first five", r => r.IsScored, r => r.ArticleRank is >= 1 and <= 5),
        Measure.Share("quote@1", "The first quote shows the answer", r => r.IsScored, r => r.QuoteRank == 1),
        Measure.Share("quote@3", "One of the first three quotes shows the answer", r => r.IsScored, r => r.QuoteRank is >= 1 and <= 3),
        Measure.Share("quote@any", "A quote shows the answer", r => r.IsScored, r => r.QuoteRank >= 1),
        Measure.Ratio(
            "verbatim", "Quotes that stand in their article letter for letter", MeasureUnit.Share, r => (r.VerbatimQuotes, r.Quotes)),
        Measure.Ratio("quote-length", "Mean length of a quote, in characters", MeasureUnit.Characters, r => (r.QuoteLength, r.Quotes)),
        Measure.Share("answered", "Answerable questions that were answered", r => r.IsAnswerable, r => r.IsAnswered),
        Measure.Share("refused", "Unanswerable questions that were not answered", r => !r.IsAnswerable, r => !r.IsAnswered),
        Measure.Auroc(
            "auroc", "How well the confidence tells answerable from unanswerable questions; 0.5 is chance", r => [(r.Confidence, r.IsAnswerable)]),
        Measure.Share(
            "refused-without-gold",
            "Questions that were not answered when the articles that answer them were not there",
            r => r.IsAnsweredWithoutGold is not null,
            r => r.IsAnsweredWithoutGold == false),
        Measure.Auroc(
            "auroc-without-gold",
            "How well the confidence tells questions from the same questions without the articles that answer them",
            r => r.ConfidenceWithoutGold is { } without ? [(r.Confidence, true), (without, false)] : []),
        Measure.Share("conflicts-shown", "Conflicts shown as such, with a right and a wrong value", r => r.IsConflict, r => r.IsConflictShown),
        Measure.Percentile("p50", "Time of an answer, median, in milliseconds", 0.5),
        Measure.Percentile("p95", "Time of an answer that 95 % stay under, in milliseconds", 0.95),
    ];

    /// <summary>Gets the measures by their names.</summary>
    public static IReadOnlyDictionary<string, Measure> ByName { get; } = List.ToDictionary(m => m.Name, StringComparer.Ordinal);

    /// <summary>Gets the measures that groups of questions are compared by.</summary>
    internal static IReadOnlyList<Measure> OfGroups { get; } =
        [.. new[] { "article@1", "quote@1", "quote@3", "answered", "refused" }.Select(name => ByName[name])];

    /// <summary>Measures results by everything.</summary>
    public static IReadOnlyList<MeasureValue> Of(IReadOnlyList<QuestionResult> results) => [.. List.Select(measure => measure.Of(results))];
}
