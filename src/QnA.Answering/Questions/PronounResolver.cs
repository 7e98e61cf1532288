using QnA.Answering.Lexicon;

namespace QnA.Answering.Questions;

/// <summary>Says what the pronoun of a follow-up question stands for, where the question before names exactly one thing that it can.</summary>
/// <remarks>The pronoun stays and what it stands for is put after it in brackets: that is right in every language, and shows what was guessed.</remarks>
internal static class PronounResolver
{
    // A question with more words beside what it names may be about one of those; sooner so where that only says where.
    private const int MaxOtherWords = 2;
    private const int MaxOtherWordsBeforePreposition = 1;

    private const int MaxNameWords = 4;

    // "the first mayor of the old town".
    private const int MaxRoleWords = 7;

    /// <summary>Resolves the pronoun of a question.</summary>
    /// <param name="asked">What was asked now.</param>
    /// <param name="last">What was asked before, already resolved.</param>
    /// <returns><see langword="null"/> where there is no pronoun or it is not certain what it stands for.</returns>
    public static string? Resolve(QuestionText asked, QuestionText last)
    {
        if (PronounSite.Find(asked) is not { } site || Choose(site.Kinds, last) is not { } referent)
        {
            return null;
        }

        return asked.Text.Insert(asked.Words[site.Index].End, $" ({referent})");
    }

    private static string? Choose(Referable kinds, QuestionText last)
    {
        var role = last.Kind == QuestionKind.Person ? RoleOf(last) : null;
        if (role is not null && !kinds.HasFlag(Referable.Thing) && (kinds & role.Kinds) != Referable.None)
        {
            return role.Text;
        }

        // Who did something is told by the answer, and may be what is meant.
        if (last.Kind == QuestionKind.Person && role is null && !kinds.HasFlag(Referable.Thing) && (kinds & Referable.Any) != Referable.Neuter)
        {
            return null;
        }

        // Who goes on asking about it still means the same; of one that nobody understood nothing is known.
        if (PronounSite.Find(last) is { } before && (before.Kinds & kinds & Referable.Any) != Referable.None)
        {
            return last.BracketAfter(before.Index);
        }

        // "Which company bought Holm Steel": the answer may be what is meant as well; "how many employees does it have": they may be.
        if (AsksWhich(last) || (kinds.HasFlag(Referable.Plural) && Enumerable.Range(0, last.Words.Count).Any(i => IsCounted(last, i))))
        {
            return null;
        }

        var named = ReferentReader.Read(last);
        if (role is not null)
        {
            named.RemoveAll(referent => referent.First == role.First);
        }

        var possible = (kinds & Referable.Any) == Referable.Plural && last.Language.Language == "en"
            ? Several(named)
            : named.FindAll(referent => (referent.Kinds & kinds & Referable.Any) != Referable.None && !IsRuledOut(referent, kinds, last));
        if (possible.Count == 0 || possible.Exists(referent => !referent.IsSure) || possible.DistinctBy(referent => referent.Text).Count() > 1)
        {
            return null;
        }

        var isClear = kinds.HasFlag(Referable.Human) ? IsSomebody(possible[0], last) : OtherWords(last, possible) <= (last.Is("preposition", possible[0].First - 1) ? MaxOtherWordsBeforePreposition : MaxOtherWords);
        return isClear ? possible[0].Text : null;
    }

    private static bool AsksWhich(QuestionText last)
    {
        var noun = Enumerable.Range(0, last.Words.Count).FirstOrDefault(i => last.Words[i].Start >= last.AskingEnd, last.Words.Count);
        return last.Kind switch
        {
            QuestionKind.Other => last.AskingStart < last.Text.Length && last.Follows(noun) && last.IsContent(noun) && !last.Is("attribute", noun) && !IsVerb(last, noun),
            QuestionKind.Person or QuestionKind.Place => last.Text.AsSpan()[last.AskingStart..last.AskingEnd].Contains(' '),
            _ => false,
        };
    }

    // "What happens if", "Was kostet", but "What firm did", "Which firm bought".
    private static bool IsVerb(QuestionText last, int index) =>
        last.Is("open", index - 1) && !(last.Follows(index + 1) && last.Is("auxiliary", index + 1)) && !(last.Language.CapitalizesNouns && last.Words[index].IsCapital);

    // "They" may be those that one name stands for, a club or a firm, if nothing else is named.
    private static List<Referent> Several(List<Referent> named) =>
        named.FindAll(referent => referent.Kinds == Referable.Plural) is { Count: > 0 } several && !named.Exists(referent => referent.Kinds.HasFlag(Referable.Any))
            ? several
            : named.Count == 1 && named[0].Kinds.HasFlag(Referable.Plural) ? named : [];

    // "Who is Ada Holm", "Who was the first mayor of Elm": all of it is one person.
    private static Referent? RoleOf(QuestionText last)
    {
        var first = Enumerable.Range(0, last.Words.Count).FirstOrDefault(i => last.Words[i].Start >= last.AskingEnd && last.Is("copula", i), -1) + 1;
        if (first == 0 || first >= last.Words.Count || !last.Follows(first - 1) || last.Words[first - 2].End != last.AskingEnd
            || last.Words.Count - first > MaxRoleWords)
        {
            return null;
        }

        // "Who is responsible for it" names nobody.
        var isNamed = last.IsCapital(first) || !last.IsContent(first) || last.Words.Count - first <= MaxNameWords;
        for (var i = first; i < last.Words.Count; i++)
        {
            var word = last.Words[i].Text;
            if (!isNamed || (last.Is("preposition", i) && last.IsContent(first) && !last.IsCapital(first)))
            {
                return null;
            }

            if (!last.IsContent(i) && last.Language.Article(word) == Referable.None && last.Language.Possessive(word) == Referable.None && !last.Is("preposition", i))
            {
                return null;
            }
        }

        var kinds = last.Language.Article(last.Words[first].Text) is var article and not Referable.None ? article : Referable.Singular;
        return new Referent(first, last.Words.Count - 1, last.Text[last.Words[first].Start..last.Words[^1].End], kinds);
    }

    private static bool IsRuledOut(Referent referent, Referable kinds, QuestionText last)
    {
        if (kinds.HasFlag(Referable.Human))
        {
            return !referent.IsName || referent.HasArticle || last.Is("locative", referent.First - 1);
        }

        return kinds.HasFlag(Referable.Thing) && referent is { IsName: true, HasArticle: false } && SpeaksOfSomebody(last) && !last.Is("locative", referent.First - 1);
    }

    // A name alone may be of anything: two of them after "did", or with "'s", are a person's, or what is said is said of persons only.
    private static bool IsSomebody(Referent referent, QuestionText last) =>
        SpeaksOfSomebody(last)
        || (referent.Last - referent.First is >= 1 and < MaxNameWords
            && (last.Is("auxiliary", referent.First - 1) || last.Words[referent.First - 1 < 0 ? 0 : referent.First - 1].Text is "about"
                || last.Words[referent.Last].Text is [.., '\'' or '’', 's']));

    private static bool SpeaksOfSomebody(QuestionText last) => Enumerable.Range(0, last.Words.Count).Any(i =>
        last.Is("personal", i)
        || last.Language.Pronoun(last.Words[i].Text).HasFlag(Referable.Human)
        || last.Language.Possessive(last.Words[i].Text).HasFlag(Referable.Human));

    private static int OtherWords(QuestionText last, List<Referent> possible) => Enumerable.Range(0, last.Words.Count).Count(i =>
        last.IsContent(i) && last.Words[i].Start >= last.AskingEnd % last.Text.Length && !IsCounted(last, i) && !last.Is("opening", i) && !last.Is("attribute", i)
        && !possible.Exists(referent => referent.First <= i && i <= referent.Last));

    // "How many people live in Elmland".
    private static bool IsCounted(QuestionText last, int index) =>
        last.Kind == QuestionKind.Number && last.Follows(index) && last.IsContent(index) && last.Words[index - 1].End == last.AskingEnd;
}
