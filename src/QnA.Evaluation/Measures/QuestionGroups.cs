using QnA.Evaluation.Scoring;

namespace QnA.Evaluation.Measures;

/// <summary>Questions of one kind, measured.</summary>
/// <param name="By">What tells the kinds apart: <c>type</c>, <c>asks for</c>, <c>language</c> or <c>answerable</c>.</param>
/// <param name="Name">The kind.</param>
/// <param name="Questions">How many questions it has.</param>
/// <param name="Measures">The measures of the kind.</param>
public sealed record QuestionGroup(string By, string Name, int Questions, IReadOnlyList<MeasureValue> Measures);

/// <summary>Measures questions by their kinds.</summary>
internal static class QuestionGroups
{
    private static readonly (string By, Func<QuestionResult, string?> KindOf)[] Kinds =
    [
        ("type", r => r.Type),
        ("asks for", r => r.AsksFor),
        ("language", r => r.Language),
        ("answerable", r => r.IsAnswerable ? "yes" : "no"),
    ];

    /// <summary>Measures the kinds of results, largest first; what has one kind only tells nothing and is left out.</summary>
    public static IReadOnlyList<QuestionGroup> Of(IReadOnlyList<QuestionResult> results)
    {
        var all = new List<QuestionGroup>();
        foreach (var (by, kindOf) in Kinds)
        {
            var groups = results.GroupBy(r => kindOf(r) ?? "not said", StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
            if (groups.Count > 1)
            {
                all.AddRange(groups.Select(g => Measured(by, g.Key, [.. g])));
            }
        }

        return all;
    }

    private static QuestionGroup Measured(string by, string name, List<QuestionResult> results) =>
        new(by, name, results.Count, [.. AllMeasures.OfGroups.Select(measure => measure.Of(results))]);
}
