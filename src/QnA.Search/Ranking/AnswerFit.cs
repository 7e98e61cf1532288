using System.Buffers;
using System.Collections.Frozen;
using QnA.Search.Analysis;
using QnA.Search.Lexicon;

namespace QnA.Search.Ranking;

/// <summary>Tells whether what was found has the kind of thing that a question asks for, and the words that it cannot do without.</summary>
/// <remarks>
/// Word overlap alone takes "what will the line cost" for answered by every sentence about the line. These rules lower a confidence,
/// never raise it, and only where a question says plainly what it wants.
/// </remarks>
internal static class AnswerFit
{
    // Set so that a question which one place covers by two thirds falls under the default threshold when what it asks for is nowhere,
    // and one that is covered whole stays above it: overlap that complete is seldom chance.
    private const double WithoutNumber = 0.62;
    private const double WithoutMoney = 0.55;
    private const double WithoutWord = 0.68;

    // How many of the best sentences may have the thing: as many as an answer shows.
    private const int Sentences = 3;

    private static readonly SearchValues<char> CurrencySigns = SearchValues.Create("$€£¥₹₽₺");

    private static readonly FrozenSet<string> PriceWords = Set(
        "cost costs price prices pay paid fee fees salary worth spend spent kosten kostet kostete preis bezahlen cuesta cuestan costó costará " +
        "precio coûte coûtent prix costa costano prezzo");

    private static readonly FrozenSet<string> MoneyWords = Set(
        "dollar dollars euro euros pound pounds cent cents pence rupee rupees yen yuan rouble roubles franc francs krone kroner usd eur gbp free " +
        "kostenlos gratis dólares libras");

    // After one of these comes a verb in its bare form, which articles seldom have: "did he fly" is answered by "he flew".
    private static readonly FrozenSet<string> BareVerbAuxiliaries = Set("do does did will would can could should may might must");

    /// <summary>Returns by what the confidence of a question is multiplied.</summary>
    /// <param name="terms">The question.</param>
    /// <param name="ranked">The ranked sentences, best first.</param>
    /// <returns>0 to 1.</returns>
    public static double Of(QuestionTerms terms, IReadOnlyList<(Sentence Sentence, double Probability)> ranked)
    {
        var factor = Math.Pow(WithoutWord, terms.Terms.Count(term => IsMissed(terms, term) && !IsForgiven(terms, term)));
        if (terms.Kind != QuestionKind.Number)
        {
            return factor;
        }

        var best = ranked.Take(Sentences).Select(r => r.Sentence).ToList();
        if (terms.Terms.Any(term => PriceWords.Contains(term.Word)))
        {
            return best.Exists(HasMoney) ? factor : factor * WithoutMoney;
        }

        return best.Exists(HasNumber) ? factor : factor * WithoutNumber;
    }

    /// <summary>Tells whether a term is a verb that articles are likely to have in another form.</summary>
    public static bool IsForgiven(QuestionTerms terms, QuestionTerm term) =>
        IsMissed(terms, term)
        && !term.IsName
        && terms.Terms.Any(other => BareVerbAuxiliaries.Contains(other.Word))
        && terms.Terms.Last(other => !other.IsFunctionWord && !other.IsName && other.Frequency == 0) == term
        && !PriceWords.Contains(term.Word);

    // Only English questions: in languages with many endings a word is often "missing" that is there in another form.
    private static bool IsMissed(QuestionTerms terms, QuestionTerm term) =>
        terms.Language == "en"
        && !term.IsFunctionWord
        && term.Frequency == 0
        && !terms.Phrase.Contains(term.Word, StringComparison.OrdinalIgnoreCase);

    private static bool HasNumber(Sentence sentence) =>
        sentence.NewCues.Has(WordCues.NumberWord) || sentence.NewNumbers > (sentence.NewCues.Has(WordCues.Year) ? 1 : 0);

    private static bool HasMoney(Sentence sentence)
    {
        var text = sentence.Article.Article.Text.Slice(sentence.Span);
        if (text.ContainsAny(CurrencySigns))
        {
            return true;
        }

        foreach (var range in text.SplitAny(" \n\t,.;:()"))
        {
            if (MoneyWords.Contains(text[range].ToString()))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
