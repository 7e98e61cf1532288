using System.Collections.Frozen;

namespace QnA.Search.Sentences;

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
    public static bool HoldsSentenceTogether(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (word.IsEmpty)
        {
            return false;
        }

        var initial = word.Length == 1 && char.IsUpper(word[0]) || IsDottedInitials(word);
        var lower = word.ToString().ToLowerInvariant();
        if (NeverLast.Contains(lower))
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

    private static FrozenSet<string> Set(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
