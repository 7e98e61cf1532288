using System.Globalization;
using QnA.Answering.Lexicon;

namespace QnA.Answering.Questions;

/// <summary>A question that asks the same of two or three things: "Which is higher, the Anna Tower or Elm Hall?"</summary>
/// <param name="Things">The things, in the question's order.</param>
/// <param name="Parts">For each thing a question about it alone.</param>
/// <remarks>
/// Seen are: what may be chosen after a comma at the end, "is A or B older", "how do A and B differ", "the difference between A and B",
/// "the ages of A and B", and "how old are A and B". What A and B do together is one question.
/// </remarks>
internal sealed record Comparison(IReadOnlyList<string> Things, IReadOnlyList<string> Parts)
{
    /// <summary>Finds what a question compares.</summary>
    /// <param name="text">The question.</param>
    /// <param name="language">Its language (ISO 639).</param>
    /// <returns><see langword="null"/> where it compares nothing, where that is not certain, and where the language has no word list.</returns>
    public static Comparison? Of(string text, string language)
    {
        if (QuestionGrammar.Of(language) is not { } grammar)
        {
            return null;
        }

        var question = new QuestionText(text, grammar);
        if (JoinedThings.Find(question) is not { } joined || joined.Things.Count > QuestionParts.MaxParts)
        {
            return null;
        }

        List<string> things = [.. joined.Things.Select(thing => question.Slice(thing.First, thing.Last))];
        return things.Distinct(StringComparer.OrdinalIgnoreCase).Count() == things.Count
            && (AskChoice(question, joined) ?? AskDifference(question, joined) ?? AskEach(question, joined)) is { } ask
            ? new Comparison(things, [.. things.Select(ask)])
            : null;
    }

    // "Which is higher, A or B?", "Is A or B older?"
    private static Func<string, string>? AskChoice(QuestionText question, JoinedThings joined)
    {
        var isOffered = question.GapBefore(joined.First) is "," or ":" && joined.Last == question.Words.Count - 1 && question.BeginsWithQuestionWord;
        var measure = Enumerable.Range(0, question.Words.Count).Select(i => question.Language.Measure(question.Words[i].Text)).FirstOrDefault(word => word is not null);
        var isAsked = measure is not null && question.Is("copula", 0) && joined.First == 1 && joined.Last == question.Words.Count - 2;
        if (!joined.IsChoice || !(isOffered || isAsked))
        {
            return null;
        }

        return measure is not null && question.Language.How.Length > 0
            ? thing => string.Format(CultureInfo.InvariantCulture, question.Language.How, thing, measure)
            : Instead(question, joined);
    }

    // "How do A and B differ in price?", "What is the main difference in price between A and B?", "Compare A and B."
    private static Func<string, string>? AskDifference(QuestionText question, JoinedThings joined)
    {
        var differ = Enumerable.Range(0, question.Words.Count).FirstOrDefault(i => question.Is("differ", i), -1);
        var isJoined = differ == joined.Last + 1 || differ == joined.First - 1 || (differ < joined.First && question.Is("between", joined.First - 1))
            || (differ == joined.First - 2 && !question.IsContent(joined.First - 1));
        if (joined.IsChoice || differ < 0 || !isJoined || question.Language.What.Length == 0)
        {
            return null;
        }

        var aspects = new List<string>();
        foreach (var i in Enumerable.Range(0, question.Words.Count).Where(i => i != differ && (i < joined.First || i > joined.Last) && IsSaying(question, i)))
        {
            if (question.Is("aspect", i - 1) || (question.Language.Article(question.Words[Math.Max(0, i - 1)].Text) != Referable.None && question.Is("aspect", i - 2)))
            {
                aspects.Add(question.Words[i].Text + " ");
            }
            else if (i != differ - 1)
            {
                return null;
            }
        }

        return thing => string.Format(CultureInfo.InvariantCulture, question.Language.What, string.Concat(aspects) + thing);
    }

    private static bool IsSaying(QuestionText question, int index) => question.IsContent(index) && !question.Is("opening", index) && !question.IsAsking(index);

    // "What are the ages of A and B?", "How many people live in A and B?", "How old are A and B?"
    private static Func<string, string>? AskEach(QuestionText question, JoinedThings joined)
    {
        if (joined.IsChoice || !question.BeginsWithQuestionWord || !joined.Things.All(thing => question.IsCapital(thing.Last)))
        {
            return null;
        }

        var first = joined.First;
        var isOfEach = question.Is("each", first - 1) && joined.Last == question.Words.Count - 1
            && (question.Kind == QuestionKind.Number || (first > 3 && question.IsContent(first - 2) && !question.Is("copula", first - 2) && IsAskedOfSeveral(question, first - 3)));
        var isEach = question.Is("copula", first - 1) && question.Words[Math.Max(0, first - 2)].End == question.AskingEnd
            && question.Kind is not (QuestionKind.Manner or QuestionKind.Cause or QuestionKind.Other) && joined.Last >= question.Words.Count - 2;
        return isOfEach || isEach ? Instead(question, joined) : null;
    }

    // "What are", perhaps with an article after it: "the king of A and B" may be one.
    private static bool IsAskedOfSeveral(QuestionText question, int index)
    {
        var copula = question.Is("several", index) ? index : index - 1;
        return question.Is("several", copula) && copula > 0 && question.IsAsking(copula - 1)
            && (copula == index || question.Language.Article(question.Words[index].Text) != Referable.None);
    }

    // The question with one of the things instead of all.
    private static Func<string, string> Instead(QuestionText question, JoinedThings joined)
    {
        var (start, end) = (question.Words[joined.First].Start, question.Words[joined.Last].End);
        return thing => question.Text[..start] + thing + question.Text[end..];
    }
}
