using System.Buffers;
using System.Collections.Frozen;
using QnA.Answering.Analysis;
using QnA.Answering.Lexicon;

namespace QnA.Answering.Ranking;

/// <summary>Tells whether sentences have the kind of thing that a question asks for.</summary>
/// <remarks>Word overlap alone takes "what will the line cost" for answered by every sentence about the line.</remarks>
internal static class AnswerFit
{
    private static readonly SearchValues<char> CurrencySigns = SearchValues.Create("$€£¥₹₽₺");

    private static readonly FrozenSet<string> PriceWords = Set(
        "cost costs price prices pay paid fee fees salary worth spend spent kosten kostet kostete preis bezahlen cuesta cuestan costó costará " +
        "precio coûte coûtent prix costa costano prezzo");

    // Names of currencies in the languages of PriceWords, and the codes of ISO 4217 that are written most.
    private static readonly FrozenSet<string> MoneyWords = Set(
        "dollar dollars euro euros pound pounds sterling cent cents pence penny crown crowns krone kroner krona kronor króna koruna korun kronen couronne " +
        "couronnes corona coronas corone franc francs franken franco francos franchi pfund libra libras sterlina sterline peso pesos real reais lira " +
        "liras lire rupee rupees rupiah ringgit yen yuan renminbi won baht dong rouble roubles ruble rubles rubel rublos rubli zloty złoty zlotys forint " +
        "forints leu lei lev leva hryvnia hryvnias dinar dinars dirham dirhams rial rials riyal riyals shilling shillings rand naira cedi cedis birr " +
        "taka shekel shekels usd eur gbp jpy cny inr rub chf sek nok dkk pln czk huf try brl mxn zar krw aud cad nzd kr zł kč free kostenlos gratis " +
        "dólar dólares dollari");

    // After one of these comes a verb in its bare form, which articles seldom have: "did he fly" is answered by "he flew".
    private static readonly FrozenSet<string> BareVerbAuxiliaries = Set("do does did will would can could should may might must");

    private static readonly FrozenSet<string> Determiners = Set("the a an this that these those his her its their our your my no any");

    /// <summary>Tells whether a question asks for a price.</summary>
    public static bool AsksForMoney(QuestionTerms terms) =>
        terms.Kind == QuestionKind.Number && terms.Terms.Any(term => PriceWords.Contains(term.Word));

    /// <summary>Tells whether a term stands in no passage and is a verb that articles are likely to have in another form.</summary>
    public static bool IsForgiven(QuestionTerms terms, QuestionTerm term) =>
        terms.Language == "en"
        && term.Frequency == 0
        && !term.IsFunctionWord
        && !term.IsName
        && terms.Terms.Any(other => BareVerbAuxiliaries.Contains(other.Word))
        && terms.Terms.Last(other => !other.IsFunctionWord && !other.IsName && other.Frequency == 0) == term
        && !terms.Terms.Any(other => PriceWords.Contains(other.Word))
        && !FollowsDeterminer(terms.Text, term.Word);

    /// <summary>Tells whether more than half of what an English question says hangs on one word that no passage has.</summary>
    /// <remarks>Only English questions: in languages with many endings a word is often "missing" that is there in another form.</remarks>
    public static bool HangsOnMissingWord(QuestionTerms terms)
    {
        double all = 0, missing = 0;
        foreach (var term in terms.Terms)
        {
            var mass = term.IsFunctionWord || terms.Phrase.Contains(term.Word, StringComparison.OrdinalIgnoreCase) ? 0 : 1 + term.Rarity;
            all += mass;
            missing = term.Frequency == 0 && !IsForgiven(terms, term) ? Math.Max(missing, mass) : missing;
        }

        return terms.Language == "en" && 2 * missing > all;
    }

    /// <summary>Tells whether a sentence has what a kind of question asks for; <see langword="true"/> where that cannot be told.</summary>
    public static bool Has(QuestionKind kind, Sentence sentence) => kind switch
    {
        QuestionKind.Number => HasNumber(sentence),
        QuestionKind.Time => sentence.NewCues.Has(WordCues.Year | WordCues.Time | WordCues.Digit),
        QuestionKind.Person or QuestionKind.Place => sentence.NewNames > 0,
        QuestionKind.Cause => sentence.Cues.Has(WordCues.Cause),
        _ => true,
    };

    /// <summary>Tells whether a sentence names an amount of money.</summary>
    public static bool HasMoney(Sentence sentence)
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

    // "The ferry" is a thing, wherever the verb may be.
    private static bool FollowsDeterminer(string question, string word)
    {
        var at = question.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        var before = question.AsSpan(0, Math.Max(0, at)).TrimEnd();
        return Determiners.Contains(before[(before.LastIndexOf(' ') + 1)..].ToString());
    }

    private static bool HasNumber(Sentence sentence) =>
        sentence.NewCues.Has(WordCues.NumberWord) || sentence.NewNumbers > (sentence.NewCues.Has(WordCues.Year) ? 1 : 0);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
