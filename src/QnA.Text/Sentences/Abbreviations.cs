using System.Collections.Frozen;

namespace QnA.Text.Sentences;

/// <summary>Words that end in a point without ending a sentence.</summary>
internal static class Abbreviations
{
    // A name or number follows these: a point after one never ends a sentence.
    private static readonly FrozenSet<string> NeverLast = Set(
        "mr mrs ms mx messrs dr drs prof st ste mt ft rev fr sr hon gen col maj capt cpt lt sgt cpl adm cmdr brig gov sen rep pres amb supt insp",
        "no nos nr vol vols fig figs eq ch sec art para pp ed eds vs v cf approx ca viz al e.g i.e eg ie resp incl esp tel",
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun",
        "bzw z.b d.h u.a s.o vgl evtl ggf hr fr hl str geb gest ing dipl abb bd jh",
        "sra srta dña dn ud uds vd vds av avda núm pág mme mlle mm env sig sigg dott ing avv on s.e dl dna bd",
        "nl bl kap jf f.eks bl.a o.s.v r.p n.p m.in np tzn tj wg ok ul al пр г ул им т.е т.н т.к т.д др гг вв тыс млн млрд руб");

    // What the weights' languages do not have among the above; read in texts of their own language only.
    private static readonly FrozenDictionary<string, FrozenSet<string>> NeverLastByLanguage = new Dictionary<string, string>
    {
        ["fr"] = "m mm mme mmes mlle mlles me dr pr st ste env ex p.ex j.-c art chap éd",
        ["pt"] = "sr sra srs dr dra prof profa eng engª arq av r p.ex ex n.º nº pág séc d gen cel cap art",
        ["ca"] = "sr sra dr dra prof av pg pàg núm aprox p.ex sant",
        ["nl"] = "bijv bv o.a d.w.z m.b.t m.n dhr mevr mw drs ir mr ing prof ca nr blz jl resp t.a.v z.g",
        ["sv"] = "t.ex bl.a d.v.s dvs s.k f.d ca kl nr dr prof st jfr resp tel",
        ["da"] = "f.eks bl.a d.v.s dvs ca kl nr dr prof hr fr frk skt kgl jf fx",
        ["fi"] = "esim mm ym ts ns n s eaa jaa synt k klo tri prof puh vrt v",
        ["pl"] = "al os pl ul prof dr hab inż mgr płk mjr kpt gen por im ks św bł np tzw tzn tj m.in wyd str zob ok godz tys mln mld",
        ["cs"] = "tj tzv tzn např č čp str sv ing mgr bc mudr judr phdr rndr doc prof nám ul kap tel mil tis cca gen",
        ["sk"] = "tj tzv tzn napr č str sv ing mgr bc mudr judr phdr doc prof nám ul tel mil tis cca gen",
        ["hu"] = "dr ifj id özv pl ill kb szt ún u.n vö prof gr br tel",
        ["uk"] = "св вул м с о ін проф акад доц ім напр див грн млн млрд тис ред гр пл просп",
        ["bg"] = "гр ул бул проф инж св бр хил напр ред акад доц ген полк",
        ["hr"] = "dr prof mr mag ing sv br str npr tzv tj ul gđa gđica gosp tel",
        ["bs"] = "dr prof mr mag ing sv br str npr tzv tj ul tel",
        ["sr"] = "dr prof mr ing sv br str npr tzv tj ul др проф мр инж св бр стр нпр тзв тј ул",
        ["sl"] = "dr prof mag inž ing sv št str npr t.i oz tj ul g ga",
        ["lt"] = "dr prof šv pvz t.y g pr gen plg nr tel",
        ["et"] = "dr prof nt s.t nr lk tn hr pr u",
        ["lv"] = "dr prof sv piem t.i nr lpp",
        ["id"] = "dr drs dra drg ir prof h hj jl kec kab no tgl hlm yth",
        ["ms"] = "dr prof hj en tn jln no hlm",
        ["mr"] = "डॉ श्री सौ कु प्रा इ.स ई.स",
        ["bn"] = "মোঃ প্রফে খ্রি",
    }.ToFrozenDictionary(pair => pair.Key, pair => Set(pair.Value), StringComparer.Ordinal);

    // These may end a sentence: what follows decides.
    private static readonly FrozenSet<string> MayBeLast = Set(
        "inc ltd co corp llc plc bros jr sr esq etc et.al a.m p.m am pm u.s u.k u.n u.s.a e.u d.c b.c a.d ph.d m.d b.a m.a dept est univ assn ave blvd rd",
        "usw etc ff d.o.o s.a s.l s.p.a m.fl");

    // Words that begin sentences and hardly ever follow an abbreviation or an initial inside one.
    private static readonly FrozenSet<string> Starters = Set(
        "the a an this that these those he she it they we you i his her its their our there here in on at by for from with as after before during",
        "but and or so if when while however although since because to not no one two most many some all both each another also according",
        "der die das ein eine er sie es wir im am in auf el la los las un una en se su le les il elle ils lo gli si");

    /// <summary>Tells whether the word before a point makes it unlikely that a sentence ends there.</summary>
    /// <param name="word">The word without its last point; may hold points itself (<c>e.g</c>).</param>
    /// <param name="next">The word after the point.</param>
    /// <param name="language">The language of the text: two or three lower-case letters (ISO 639).</param>
    public static bool HoldsSentenceTogether(ReadOnlySpan<char> word, ReadOnlySpan<char> next, string language)
    {
        if (word.IsEmpty)
        {
            return false;
        }

        var initial = word.Length == 1 && char.IsUpper(word[0]) || IsDottedInitials(word);
        var lower = word.ToString().ToLowerInvariant();
        if (EndsBulgarianYear(lower, next, language))
        {
            return false;
        }

        if (NeverLast.Contains(lower) || IsIndicInitial(word) || (NeverLastByLanguage.TryGetValue(language, out var own) && own.Contains(lower)))
        {
            return true;
        }

        return (initial || MayBeLast.Contains(lower)) && !Starters.Contains(next.ToString().ToLowerInvariant());
    }

    // "J.R", "U.S": single capitals parted by points.
    private static bool IsDottedInitials(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsUpper(word[i]) : word[i] != '.')
            {
                return false;
            }
        }

        return word.Length % 2 == 1;
    }

    // "г." is short for a town in Russian, and for the year that ends a Bulgarian sentence.
    private static bool EndsBulgarianYear(string word, ReadOnlySpan<char> next, string language) =>
        language == "bg" && word == "г" && !next.IsEmpty && char.IsUpper(next[0]);

    // "জে.", "ఎన్.", "எம்.": a letter with its vowel, or the name of a Latin letter that begins with one; Hindi ends sentences otherwise.
    private static bool IsIndicInitial(ReadOnlySpan<char> word)
    {
        if (word[0] is < '\u0980' or > '\u0D7F')
        {
            return false;
        }

        var letters = 0;
        foreach (var c in word)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters == 1 || (letters == 2 && word.Length <= 4 && EndsWithoutVowel(word) && (word[0] & 0x7F) is >= 0x05 and <= 0x14);

        static bool EndsWithoutVowel(ReadOnlySpan<char> word) => (word[^1] & 0x7F) == 0x4D;
    }

    private static FrozenSet<string> Set(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
