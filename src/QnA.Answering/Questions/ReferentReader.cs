using QnA.Answering.Analysis;
using QnA.Answering.Lexicon;

namespace QnA.Answering.Questions;

/// <summary>Finds what a question names: names, quoted words, and nouns with an article.</summary>
/// <remarks>
/// No word list tells nouns from verbs, so where a thing ends is told by what stands before and after it; where that leaves a doubt the
/// thing is given as not sure, so that nobody takes another one for the only one.
/// </remarks>
internal static class ReferentReader
{
    // "the old town hall": what has more words is rather two things, or a thing and what it does.
    private const int MaxWords = 3;

    private static readonly (char Open, char Close)[] QuotationMarks = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('»', '«')];

    /// <summary>Finds what a question names, in its order.</summary>
    public static List<Referent> Read(QuestionText question)
    {
        var found = new List<Referent>();
        for (var i = 0; i < question.Words.Count; i++)
        {
            var referent = Quoted(question, i) ?? WithArticle(question, i) ?? Name(question, i) ?? Several(question, i);
            if (referent is not null)
            {
                i = referent.Last;
                if (!IsAttribute(question, referent))
                {
                    found.Add(referent);
                }
            }
        }

        return found;
    }

    private static Referent? Quoted(QuestionText question, int first)
    {
        var start = question.Words[first].Start;
        if (start == 0 || Array.FindIndex(QuotationMarks, marks => marks.Open == question.Text[start - 1]) is not (>= 0 and var kind))
        {
            return null;
        }

        var end = question.Text.IndexOf(QuotationMarks[kind].Close, start);
        var last = end < 0 ? -1 : Enumerable.Range(first, question.Words.Count - first).Last(i => question.Words[i].Start < end);
        return last < 0 ? null : new Referent(first, last, question.Text[(start - 1)..(end + 1)], Referable.Singular) { IsName = true };
    }

    private static Referent? WithArticle(QuestionText question, int first)
    {
        var word = question.Words[first].Text;
        var isOblique = question.Follows(first) && (question.Is("preposition", first - 1) || question.IsCapital(first - 1));
        var kinds = isOblique ? question.Language.ObliqueArticle(word) : question.Language.Article(word);
        if (kinds == Referable.None || !question.Follows(first + 1) || !question.IsContent(first + 1))
        {
            return null;
        }

        var lower = RunOf(question, first + 1, capital: false);
        var last = CapitalsFrom(question, lower + 1);
        var hasCapitals = last > lower;
        if (question.Language.CapitalizesNouns && !hasCapitals)
        {
            return null;
        }

        if (!hasCapitals)
        {
            var (end, isSure) = EndOf(question, first, first + 1, lower);
            return Make(question, first, end, NumberOf(question, kinds, end, isName: false)) with { HasArticle = true, IsSure = isSure };
        }

        var (whole, isCertain) = AfterCapitals(question, first, last);
        return Make(question, first, whole, NumberOf(question, kinds, last, isName: true)) with
        {
            HasArticle = true,
            IsName = !question.Language.CapitalizesNouns,
            IsSure = isCertain && lower - first <= 1,
        };
    }

    private static Referent? Name(QuestionText question, int first)
    {
        // The first word of a question has a capital letter in any case.
        if (first == 0 ? question.Is("opening", first) || !question.IsCapital(first) || !(IsCapitalAfter(question, first) || question.Words.Count == 1) : !question.IsCapital(first) && !IsNumbered(question, first))
        {
            return null;
        }

        var last = CapitalsFrom(question, first);
        if (Enumerable.Range(first, last - first + 1).All(i => CueWords.Of(question.Words[i].Text, question.Language.Language).Has(WordCues.Time) || char.IsDigit(question.Words[i].Text[0])))
        {
            return null;
        }

        // "Wie viele Gäste", "Welche Stadt": what is asked for.
        var isAsked = question.Follows(first) && question.Words[first - 1].End == question.AskingEnd;
        var followsNoun = question.Follows(first) && question.IsContent(first - 1) && !question.Language.CapitalizesNouns;
        var (whole, isSure) = AfterCapitals(question, first, last);
        var kinds = question.Language.Language switch
        {
            "en" => Referable.Any,
            "de" => question.Is("locative", first - 1) ? Referable.Neuter : Referable.Any,
            _ => Referable.Singular,
        };
        return Make(question, first, whole, kinds) with
        {
            IsName = true,
            IsSure = isSure && !isAsked && !(followsNoun && whole != last),
        };
    }

    // "How are red kites counted": English alone shows by its endings that several are meant.
    private static Referent? Several(QuestionText question, int first)
    {
        if (question.Language.Language != "en" || !question.Is("auxiliary", first - 1) || !question.Follows(first) || !question.IsContent(first))
        {
            return null;
        }

        for (var last = first; last < first + MaxWords && last < question.Words.Count && question.IsContent(last) && (last == first || question.Follows(last)); last++)
        {
            if (IsPlural(question, last))
            {
                return Make(question, first, last, Referable.Plural);
            }
        }

        // "Is parking free at the museum": a thing as well, wherever it ends; not "how many people are living there".
        var isVerb = IsParticiple(question, first) || (first > 1 && question.IsContent(first - 2) && !question.IsAsking(first - 2));
        return isVerb || question.Words[first].IsCapital ? null : Make(question, first, first, Referable.Singular) with { IsSure = false };
    }

    private static Referent Make(QuestionText question, int first, int last, Referable kinds)
    {
        // "im" is a preposition as well.
        var text = question.Slice(first < last && question.Is("preposition", first) ? first + 1 : first, last);
        return new Referent(first, last, text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal) ? text[..^2] : text, kinds);
    }

    // Where the nouns after an article end. After a preposition or a verb all words belong to them; after the short verb of a question its
    // other verb follows: "did the bridge open", "was the bridge built".
    private static (int End, bool IsSure) EndOf(QuestionText question, int first, int noun, int last)
    {
        if (last == noun)
        {
            return (last, true);
        }

        var count = last - noun + 1;
        // In "is the colour of the bridge red" the last word says what is asked.
        var isWhole = count <= MaxWords && EndsAfter(question, last) && !question.Is("copula", 0);
        var asksWhat = question.Kind is QuestionKind.Person or QuestionKind.Place or QuestionKind.Definition or QuestionKind.Other && question.AskingStart < question.Words[first].Start;
        return (Role(question, first), IsParticiple(question, last)) switch
        {
            (Before.NounOrVerb or Before.Copula, true) when count <= MaxWords => (last - 1, true),
            (Before.NounOrVerb, false) => (last, isWhole),
            (Before.Copula, false) => (last, isWhole && asksWhat),
            (Before.Auxiliary, _) when count == 2 => (noun, true),
            _ => (last, false),
        };
    }

    private static (int End, bool IsSure) AfterCapitals(QuestionText question, int first, int last)
    {
        var end = question.Follows(last + 1) && question.IsContent(last + 1) ? RunOf(question, last + 1, capital: false) : last;
        if (end == last || question.Language.CapitalizesNouns || IsPossessive(question, last))
        {
            return (last, true);
        }

        var count = end - last;
        return (Role(question, first), IsParticiple(question, end)) switch
        {
            (_, true) when count == 1 => (last, true),
            (Before.NounOrVerb, false) when count < MaxWords && EndsAfter(question, end) && !question.Is("copula", 0) => (end, true),
            (Before.Auxiliary, _) when count == 1 => (last, true),
            _ => (last, false),
        };
    }

    private static Before Role(QuestionText question, int first)
    {
        if (!question.Follows(first))
        {
            return Before.Nothing;
        }

        return question.Is("copula", first - 1) ? Before.Copula
            : question.Is("auxiliary", first - 1) ? Before.Auxiliary
            : question.Is("preposition", first - 1) || question.IsContent(first - 1) ? Before.NounOrVerb
            : question.Language.Article(question.Words[first].Text) != Referable.None && question.Is("preposition", first) ? Before.NounOrVerb
            : Before.Nothing;
    }

    // The last word of a run that begins at a place; the word before it where there is none.
    private static int RunOf(QuestionText question, int first, bool capital)
    {
        var last = first - 1;
        while (last + 1 < question.Words.Count && (last + 1 == first || question.Follows(last + 1))
            && question.IsContent(last + 1) && question.Words[last + 1].IsCapital == capital)
        {
            last++;
        }

        return last;
    }

    // "Bank of Elm", "Universidad de Elm" are one name.
    private static int CapitalsFrom(QuestionText question, int first)
    {
        var from = first < question.Words.Count && IsNumbered(question, first) ? first + 1 : first;
        var last = RunOf(question, from, capital: true);
        while (last >= from && !question.Language.CapitalizesNouns && !IsPossessive(question, last)
            && question.Is("preposition", last + 1) && question.Words[last + 1].Text is "of" or "de" or "du" or "del" or "di" or "do" or "da"
            && question.Follows(last + 1) && IsCapitalAfter(question, last + 1))
        {
            last = RunOf(question, last + 2, capital: true);
        }

        return last;
    }

    private static bool IsCapitalAfter(QuestionText question, int index) => question.Follows(index + 1) && question.IsCapital(index + 1);

    // "42nd Street".
    private static bool IsNumbered(QuestionText question, int index) =>
        question.Words[index].Text is var word && char.IsDigit(word[0]) && char.IsLetter(word[^1]) && IsCapitalAfter(question, index);

    // "Elm's bridge", "the Elms' bridge".
    private static bool IsPossessive(QuestionText question, int index) =>
        question.Words[index].Text is [.., '\'' or '’', 's'] || (question.Text.Length > question.Words[index].End && question.Text[question.Words[index].End] is '\'' or '’');

    private static bool EndsAfter(QuestionText question, int last) => !question.Follows(last + 1) || !question.IsContent(last + 1);

    private static bool IsParticiple(QuestionText question, int index) =>
        question.Language.Language == "en" && (question.Words[index].Text.EndsWith("ed", StringComparison.Ordinal) || question.Is("participle", index));

    // "the height of the bridge", "die Höhe der Brücke".
    private static bool IsAttribute(QuestionText question, Referent referent) =>
        question.Is("attribute", referent.Last) && question.Follows(referent.Last + 1)
        && (question.Is("preposition", referent.Last + 1) || question.Language.Article(question.Words[referent.Last + 1].Text) != Referable.None);

    private static Referable NumberOf(QuestionText question, Referable kinds, int last, bool isName) =>
        question.Language.Language != "en" || kinds != Referable.Any || (isName && question.Words[last].Text.EndsWith('s')) ? kinds
        : IsPlural(question, last) ? Referable.Plural : Referable.Singular | (isName ? Referable.Plural : Referable.None);

    private static bool IsPlural(QuestionText question, int index) =>
        question.Is("group", index) || question.Words[index].Text is [.., not ('s' or 'u' or 'i'), 's'];

    private enum Before
    {
        Nothing,
        NounOrVerb,
        Copula,
        Auxiliary,
    }
}
