using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Evaluation.Sets;

/// <summary>Where one article answers a question.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Answers">Places of the answer; a quote must hold one. Empty where only evidence is known.</param>
/// <param name="Evidence">Places of the evidence; counted only where there are no places of the answer.</param>
public sealed record GoldPlaces(string ArticleId, IReadOnlyList<TextSpan> Answers, IReadOnlyList<TextSpan> Evidence)
{
    // Words that stand in a text more often than this are no evidence of anything in particular.
    private const int MaxOccurrences = 20;

    /// <summary>Finds where the articles answer a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="articles">The articles that it names, where there are such; others are left out.</param>
    /// <returns>An entry for each article that has a place; in UTF-16 code units.</returns>
    public static IReadOnlyList<GoldPlaces> Of(EvaluationQuestion question, IReadOnlyDictionary<string, Article> articles)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(articles);
        var gold = new List<GoldPlaces>();
        foreach (var id in question.ArticleIds)
        {
            if (!articles.TryGetValue(id, out var article))
            {
                continue;
            }

            var text = article.Text.Value;
            List<TextSpan> evidence = [.. question.Evidence.SelectMany(part => Occurrences(text, part))];
            List<TextSpan> answers = [.. question.AnswerPlaces.Where(p => p.ArticleId == id).Select(p => ToUnits(text, p))];
            if (answers.Count + evidence.Count > 0)
            {
                gold.Add(new GoldPlaces(id, answers, evidence));
            }
        }

        return gold;
    }

    /// <summary>Tells whether a quote of this article shows the answer.</summary>
    /// <param name="start">The quote's first UTF-16 code unit, as an answer claims it.</param>
    /// <param name="end">The code unit after its last.</param>
    public bool IsShownBy(int start, int end) => Answers.Count > 0
        ? Answers.Any(answer => start <= answer.Start && answer.End <= end)
        : Evidence.Any(place =>
            Math.Min(end, place.End) - Math.Max(start, place.Start) is > 0 and var shared
            && 2 * shared >= Math.Min(place.Length, end - start));

    private static IEnumerable<TextSpan> Occurrences(string text, string part)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        for (var i = 0; at >= 0 && i < MaxOccurrences; i++)
        {
            yield return new TextSpan(at, at + part.Length);
            at = at < text.Length ? text.IndexOf(part, at + 1, StringComparison.Ordinal) : -1;
        }
    }

    // A text without pairs of surrogates needs no counting, and a place beyond its end stays beyond it, where no quote reaches.
    private static TextSpan ToUnits(string text, AnswerPlace place)
    {
        var hasPairs = text.AsSpan().ContainsAnyInRange('\uD800', '\uDBFF');
        return hasPairs ? new TextSpan(UnitsOf(text, place.Start), UnitsOf(text, place.End)) : new TextSpan(place.Start, place.End);
    }

    private static int UnitsOf(string text, int points)
    {
        var units = 0;
        for (; points > 0 && units < text.Length; points--)
        {
            units += char.IsHighSurrogate(text[units]) ? 2 : 1;
        }

        return units;
    }
}
