using QnA.Answering.Analysis;
using QnA.Answering.Lexicon;

namespace QnA.Answering.Questions;

/// <summary>Reads follow-ups that ask the last question with one of its parts exchanged: "And in Spain?", "What about the ferry?", "And when?".</summary>
/// <remarks>Certain is only what has its like in the last question exactly once: the same preposition before it, and a name for a name, a noun for a noun.</remarks>
internal static class Exchange
{
    private const int MaxWords = 4;

    /// <summary>Resolves a follow-up.</summary>
    /// <param name="asked">What was asked now.</param>
    /// <param name="last">What was asked before, already resolved.</param>
    /// <returns>The last question with the part exchanged; <see langword="null"/> where the text is no such follow-up or it is not certain for what the part stands.</returns>
    public static string? Resolve(QuestionText asked, QuestionText last)
    {
        var first = LeadOf(asked);
        if (first >= asked.Words.Count)
        {
            return null;
        }

        if (QuestionWord(asked, first) is { } word)
        {
            return WithQuestionWord(word, asked.Kind, last);
        }

        var noun = asked.Is("preposition", first) ? first + 1 : first;
        if ((first == 0 && noun == first) || PartAt(asked, noun) is not { } part || part.Last != asked.Words.Count - 1
            || (noun == first && asked.Is("attribute", part.Last)))
        {
            return null;
        }

        var like = noun > first ? AfterPreposition(asked.Words[first].Text, part, last) : Named(part, last);
        return like is { } place && !Text(asked, part).Equals(Text(last, place), StringComparison.OrdinalIgnoreCase)
            ? last.Text[..last.Words[place.First].Start] + Text(asked, part) + last.Text[EndOf(last, place)..]
            : null;
    }

    // The first word after "and", "what about", and before those, after "okay,".
    private static int LeadOf(QuestionText asked)
    {
        var start = 0;
        while (start < asked.Words.Count && asked.Is("opening", start))
        {
            start++;
        }

        for (var end = Math.Min(start + MaxWords, asked.Words.Count); end > start; end--)
        {
            if (asked.Language.Is("lead", string.Join(' ', asked.Words.Skip(start).Take(end - start).Select(word => word.Text))))
            {
                return end;
            }
        }

        return start;
    }

    private static Part? PartAt(QuestionText question, int first)
    {
        if (first >= question.Words.Count)
        {
            return null;
        }

        var hasArticle = question.Language.Article(question.Words[first].Text) != Referable.None || question.Is("preposition", first - 1) && question.Language.Article(question.Words[first - 1].Text) != Referable.None;
        var noun = question.Language.Article(question.Words[first].Text) != Referable.None ? first + 1 : first;
        // A name ends with its capitals: "in Elmland rise".
        var last = noun;
        while (last < question.Words.Count && last - noun < MaxWords && (last == noun || question.Follows(last)) && question.IsContent(last) && !question.Is("opening", last)
            && (last == noun || question.Words[last].IsCapital || !question.Words[last - 1].IsCapital))
        {
            last++;
        }

        return last == noun ? null : new Part(first, last - 1, KindOf(question, noun, last - 1), hasArticle);
    }

    private static PartKind KindOf(QuestionText question, int first, int last) =>
        question.Words.Skip(first).Take(last - first + 1).All(word => CueWords.Of(word.Text, question.Language.Language).Has(WordCues.Time) || char.IsDigit(word.Text[0])) ? PartKind.Time
        : question.Words[last].IsCapital ? PartKind.Name
        : PartKind.Noun;

    private static Part? AfterPreposition(string preposition, Part part, QuestionText last)
    {
        var places = new List<Part>();
        for (var i = 0; i < last.Words.Count - 1; i++)
        {
            if (last.Words[i].Text.Equals(preposition, StringComparison.OrdinalIgnoreCase) && last.Follows(i + 1) && PartAt(last, i + 1) is { } place && place.IsLike(part))
            {
                places.Add(place);
            }
        }

        // What follows nouns may belong to another part of the question.
        return places is [var only] && (only.Kind != PartKind.Noun || !last.Follows(only.Last + 1) || !last.IsContent(only.Last + 1)) ? only : null;
    }

    private static Part? Named(Part part, QuestionText last)
    {
        var isName = part.Kind == PartKind.Name;
        if (part.Kind == PartKind.Time || (!isName && !part.HasArticle))
        {
            return null;
        }

        var like = ReferentReader.Read(last).FindAll(referent => last.Language.CapitalizesNouns ? referent.HasArticle == part.HasArticle : referent.IsName == isName);
        return like is [{ IsSure: true } only] && !last.Is("preposition", only.First) ? new Part(only.First, only.Last, part.Kind, only.HasArticle) : null;
    }

    // A question that consists of when, where or why alone.
    private static string? QuestionWord(QuestionText asked, int first) =>
        asked.Kind is QuestionKind.Time or QuestionKind.Place or QuestionKind.Cause
            && asked.Words[first].Start == asked.AskingStart && asked.Words[^1].End == asked.AskingEnd
            ? asked.Text[asked.AskingStart..asked.AskingEnd]
            : null;

    private static string? WithQuestionWord(string word, QuestionKind kind, QuestionText last) =>
        last.Kind is QuestionKind.Time or QuestionKind.Place or QuestionKind.Cause && last.Kind != kind && last.BeginsWithQuestionWord
            ? last.Text[..last.AskingStart] + (char.IsUpper(last.Text[last.AskingStart]) ? char.ToUpperInvariant(word[0]) + word[1..] : word) + last.Text[last.AskingEnd..]
            : null;

    private static string Text(QuestionText question, Part part) => question.Text[question.Words[part.First].Start..EndOf(question, part)];

    private static int EndOf(QuestionText question, Part part) =>
        question.Words[part.Last] is var word && word.Text is [.., '\'' or '’', 's'] ? word.End - 2 : word.End;

    private enum PartKind
    {
        Noun,
        Name,
        Time,
    }

    /// <summary>A part of a question.</summary>
    /// <param name="First">Its first word's place, the article included.</param>
    /// <param name="Last">Its last word's place.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="HasArticle">Whether it begins with an article.</param>
    private readonly record struct Part(int First, int Last, PartKind Kind, bool HasArticle)
    {
        public bool IsLike(Part other) => Kind == other.Kind && (Kind == PartKind.Name || HasArticle == other.HasArticle);
    }
}
