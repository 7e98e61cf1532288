using QnA.Answering.Lexicon;

namespace QnA.Answering.Questions;

/// <summary>The pronoun of a follow-up question, where it can only point to the question before.</summary>
/// <param name="Index">Its word's place.</param>
/// <param name="Kinds">What it can stand for.</param>
internal sealed record PronounSite(int Index, Referable Kinds)
{
    // What is longer says enough of its own to be about something else.
    private const int MaxWords = 14;

    // "How many years did", "In which town was".
    private const int MaxAskedWords = 3;

    /// <summary>Finds the pronoun.</summary>
    /// <returns><see langword="null"/> where there is none, where it may stand for something in the question itself, or for nothing: "Is it true that …".</returns>
    public static PronounSite? Find(QuestionText question)
    {
        if (question.Words.Count > MaxWords)
        {
            return null;
        }

        for (var i = 0; i < question.Words.Count; i++)
        {
            if (KindsOf(question, i) is { } kinds && kinds != Referable.None)
            {
                var site = new PronounSite(i, kinds);
                return site.IsPointingBack(question) && site.IsTheOnlyOne(question) && !site.StandsForNothing(question) ? site : null;
            }
        }

        return null;
    }

    private static Referable? KindsOf(QuestionText question, int index)
    {
        var word = question.Words[index].Text;
        var possessive = question.Language.Possessive(word);
        if (possessive != Referable.None && question.Follows(index + 1) && question.IsContent(index + 1))
        {
            return possessive;
        }

        return question.Language.Pronoun(word);
    }

    private bool IsPossessive(QuestionText question) =>
        question.Language.Possessive(question.Words[Index].Text) != Referable.None && question.Follows(Index + 1) && question.IsContent(Index + 1);

    // Whatever stands before it and is named could be what it means. "Sie" and "Lei" with a capital are the person who is spoken to.
    private bool IsPointingBack(QuestionText question)
    {
        if (question.Words[Index].IsCapital && question.Language.Language is "de" or "it")
        {
            return false;
        }

        var before = Enumerable.Range(0, Index).Where(i => question.IsContent(i) && !question.Is("opening", i) && !question.IsAsking(i)).ToList();
        if (before.Exists(i => question.Words[i].IsCapital && i > 0) || Enumerable.Range(0, Index).Any(i => BreaksOff(question, i))
            || (question.AskingStart > question.Words[Index].Start && question.AskingStart < question.Text.Length))
        {
            return false;
        }

        // "How many years did her show run" and "How deep is its harbour", but "Which town has its own harbour".
        var isSubject = question.Is("auxiliary", Index - 1)
            && (before.Count == 0 || !IsPossessive(question) || question.Is("helper", Index - 1)
                || (question.Is("copula", Index - 1) && question.Kind is QuestionKind.Manner or QuestionKind.Number));
        return question.Follows(Index) && isSubject
            ? before.Count <= MaxAskedWords && (before.Count == 0 || question.AskingStart < question.Words[before[0]].End)
            : before.Count <= (IsPossessive(question) || question.AskingStart == question.Text.Length ? 0 : 1) || IsWithin(question, before);
    }

    // "Who, on his arrival, …", "Who said that he …".
    private static bool BreaksOff(QuestionText question, int index) =>
        !question.Is("opening", index)
        && (!question.Follows(index + 1) || (question.Words[index].Start >= question.AskingEnd && question.Is("clause", index) && !question.Is("preposition", index)));

    // "the price of its tickets": it is not the price, which it is a part of.
    private bool IsWithin(QuestionText question, List<int> before) =>
        question.Follows(Index) && question.Is("preposition", Index - 1) && before is [var noun] && noun == Index - 2 && question.Follows(Index - 1)
        && question.Follows(noun) && question.Language.Article(question.Words[noun - 1].Text) != Referable.None;

    private bool IsTheOnlyOne(QuestionText question) =>
        Enumerable.Range(Index + 1, question.Words.Count - Index - 1).All(i => KindsOf(question, i) is not { } other || other == Referable.None || (other & Kinds & Referable.Any) != Referable.None);

    private bool StandsForNothing(QuestionText question) =>
        question.Is("expletive", Index) && Enumerable.Range(0, question.Words.Count).Any(i => question.Is("dummy", i) || (i > Index && BeginsClause(question, i)));

    // "to swim", but not "to the harbour" and "to Elm".
    private static bool BeginsClause(QuestionText question, int index) =>
        question.Is("clause", index)
        && (!question.Is("preposition", index) || (question.Follows(index + 1) && question.IsContent(index + 1) && !question.Words[index + 1].IsCapital));
}
