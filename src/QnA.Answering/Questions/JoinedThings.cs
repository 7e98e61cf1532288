using QnA.Answering.Lexicon;

namespace QnA.Answering.Questions;

/// <summary>Things that a conjunction joins in a question: "the Anna Tower, Elm Hall or the mill".</summary>
/// <param name="Things">The places of their first and last words, the articles included.</param>
/// <param name="IsChoice">Whether one of them is to be chosen.</param>
internal sealed record JoinedThings(IReadOnlyList<(int First, int Last)> Things, bool IsChoice)
{
    // "the old iron mine"; what has more words is rather a sentence.
    private const int MaxWords = 3;

    /// <summary>Gets the place of the first word.</summary>
    public int First => Things[0].First;

    /// <summary>Gets the place of the last word.</summary>
    public int Last => Things[^1].Last;

    /// <summary>Finds the first things that are joined.</summary>
    public static JoinedThings? Find(QuestionText question)
    {
        for (var i = 1; i < question.Words.Count - 1; i++)
        {
            var isChoice = question.Is("alternative", i);
            if ((isChoice || question.Is("conjunction", i)) && Before(question, i - 1) is { } before && After(question, i + 1) is { } after && !ShareNoun(question, before, after))
            {
                var things = new List<(int First, int Last)> { before, after };
                while (things[0].First > 1 && question.GapBefore(things[0].First) == "," && Before(question, things[0].First - 1) is { } earlier && IsListed(question, earlier, isChoice))
                {
                    things.Insert(0, earlier);
                }

                return new JoinedThings(things, isChoice);
            }
        }

        return null;
    }

    // "the first and second prizes", "North or South Elmland": the first has no noun of its own.
    private static bool ShareNoun(QuestionText question, (int First, int Last) one, (int First, int Last) other) =>
        !HasOwnArticle(question, other)
        && other.Last - other.First > one.Last - one.First - (HasOwnArticle(question, one) ? 1 : 0)
        && question.Words[one.Last].IsCapital == question.Words[other.First].IsCapital;

    private static bool HasOwnArticle(QuestionText question, (int First, int Last) thing) =>
        question.Language.Article(question.Words[thing.First].Text) != Referable.None;

    // In "who lived in Elm, Ada or Karl?" the town is no choice.
    private static bool IsListed(QuestionText question, (int First, int Last) thing, bool isChoice) =>
        question.GapBefore(thing.First) is "," or ":" || question.Is("auxiliary", thing.First - 1) || (!isChoice && question.Is("each", thing.First - 1));

    private static (int First, int Last)? Before(QuestionText question, int last)
    {
        if (!IsNoun(question, last))
        {
            return null;
        }

        var first = last;
        var isName = question.Words[last].IsCapital;
        while (last - first + 1 < MaxWords && question.Follows(first) && IsNoun(question, first - 1) && question.Words[first - 1].IsCapital == isName)
        {
            first--;
        }

        // "the river Elm".
        if (isName && question.Follows(first) && IsNoun(question, first - 1) && HasArticle(question, first - 1))
        {
            return (first - 2, last);
        }

        return HasArticle(question, first) ? (first - 1, last) : isName || (first > 0 && (question.GapBefore(first) is "," or ":" || question.Is("between", first - 1))) ? (first, last) : null;
    }

    private static (int First, int Last)? After(QuestionText question, int first)
    {
        var noun = question.Language.Article(question.Words[first].Text) != Referable.None ? first + 1 : first;
        var last = noun - 1;
        while (last + 1 < question.Words.Count && last + 1 - noun < MaxWords && (last < noun || question.Follows(last + 1)) && IsNoun(question, last + 1)
            && (question.Words[last + 1].IsCapital || !question.Words[noun].IsCapital))
        {
            last++;
        }

        return last < noun ? null : (first, last);
    }

    private static bool IsNoun(QuestionText question, int index) => question.IsContent(index) && !question.Is("differ", index);

    private static bool HasArticle(QuestionText question, int first) =>
        question.Follows(first) && question.Language.Article(question.Words[first - 1].Text) != Referable.None;
}
