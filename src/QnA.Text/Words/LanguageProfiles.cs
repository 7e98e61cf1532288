using System.Collections.Frozen;

namespace QnA.Text.Words;

/// <summary>The languages whose small words are known, and how a text's language is guessed by them.</summary>
/// <remarks>
/// All words are folded (see <see cref="WordReader.Fold"/>). For a language that is missing here, numbers, dates, names and quotations are
/// checked as for any other; negation and modality are checked with the words of English.
/// </remarks>
internal static class LanguageProfiles
{
    // Two small words are a sign; one alone is in several languages ("die", "in", "a").
    private const int MinEvidence = 2;

    /// <summary>Gets the profile of English.</summary>
    public static LanguageProfile English { get; } = Of(
        "en",
        "a an the this that these those it its he she they them his her their theirs him we us our i me my you your who whom whose which what when where why how is are was were be been being am do does did done have has had having of in on at by for with from to into onto about as than then and or but if so there here also just only very too up out over under between during after before while because both such own same other another each it's s t",
        "not no never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt mustnt neednt aint hardly scarcely barely unable failed fails fail refused refuses refuse denied denies deny lacked lacks lack",
        "may might could can possibly perhaps maybe likely unlikely probably potentially apparently seems seem seemed appears appeared would approximately approx roughly",
        "must should shall ought required obliged need needs needed",
        "reportedly allegedly alleged supposedly purportedly rumoured rumored accused suspected claimed claims claim",
        "will plan plans planned planning expect expects expected intend intends intended propose proposes proposed aim aims hope hopes hoped scheduled due forthcoming upcoming wants wanted",
        "all every each most majority minority half only always several dozens hundreds thousands millions billions twice double doubled triple tripled entire whole few fewer nearly almost least everyone everybody");

    private static readonly LanguageProfile German = Of(
        "de",
        "der die das den dem des ein eine einer eines einem einen und oder aber wer was wen wem wann wo warum wie welche welcher welches ist sind war waren wird werden wurde wurden hat haben hatte hatten von zu zum zur im in an am auf aus bei mit nach fur uber um durch sich es er sie ihr ihre sein seine dass als auch noch nur so wenn weil da dann dort hier vor unter zwischen bis seit dieser diese dieses worden sei",
        "nicht kein keine keiner keinen keinem keines nie niemals niemand nichts nirgends weder ohne kaum lehnte verweigerte",
        "konnte konnten kann konnen darf durfen durfte moglicherweise vielleicht wahrscheinlich vermutlich wohl eventuell etwa ungefahr durfte scheint",
        "muss mussen musste mussten soll sollen sollte sollten",
        "angeblich mutmasslich offenbar vorgeworfen verdachtigt behauptet",
        "plant planen geplant will wollen beabsichtigt erwartet voraussichtlich vorgesehen",
        "alle alles jeder jede jedes meisten mehrheit halfte nur immer mehrere dutzende hunderte tausende doppelt samtliche fast wenige mindestens");

    private static readonly LanguageProfile French = Of(
        "fr",
        "le la les l un une des et ou du au aux de d en dans par pour avec que qu qui quoi quel quelle quels quelles quand ou comment est sont etait etaient ete etre a ont avait ce cette ces cet il elle ils elles on se s son sa ses leur leurs sur sous entre apres avant plus aussi mais donc car y c j n",
        "ne pas non jamais rien personne aucun aucune ni sans nul nulle guere refuse",
        "peut peuvent pourrait pourraient probablement eventuellement environ semble semblent devrait",
        "doit doivent devait devaient faut devra devront",
        "aurait auraient pretendument presume presumee accuse accuses soupconne",
        "prevoit prevu prevue prevus va vont souhaite propose envisage sera seront",
        "tous tout toute toutes chaque plupart majorite moitie seulement toujours plusieurs dizaines centaines milliers double presque quelques");

    private static readonly LanguageProfile Spanish = Of(
        "es",
        "el la los las un una unos unas y o e u de del al en con por para que quien quienes cual cuales cuando donde como cuanto es son fue fueron era eran ser ha han habia habian haber se su sus lo le les este esta estos estas ese esa esto mas pero si tambien sobre entre desde hasta tras durante ya muy",
        "no nunca jamas nada nadie ningun ninguno ninguna tampoco ni sin apenas",
        "puede pueden podria podrian podia quiza quizas probablemente posiblemente aproximadamente parece",
        "debe deben debia debera deberan deberia",
        "supuestamente presunto presunta presuntamente acusado acusada habria habrian",
        "planea previsto prevista preve espera propone propuso tendra sera seran va van quiere",
        "todos todo toda todas cada mayoria mitad solo siempre varios varias decenas cientos miles doble casi pocos pocas");

    private static readonly LanguageProfile Italian = Of(
        "it",
        "il lo la gli le i un uno una e o di del della dei delle degli al alla ai in nel nella con per da dal dalla su sul sulla che chi cui cosa quale quali quando dove come quanto e sono era erano stato stata stati essere ha hanno aveva si suo sua suoi loro questo questa questi piu ma se anche tra fra dopo prima",
        "non mai niente nulla nessuno nessuna nessun ne senza neanche nemmeno",
        "puo possono potrebbe potrebbero forse probabilmente circa sembra",
        "deve devono dovrebbe dovra",
        "presunto presunta accusato avrebbe avrebbero sarebbe",
        "prevede previsto prevista propone intende sara saranno vuole",
        "tutti tutto tutte ogni maggior maggioranza meta solo sempre diversi decine centinaia migliaia doppio quasi pochi");

    private static readonly LanguageProfile Portuguese = Of(
        "pt",
        "o a os as um uma uns umas e ou de do da dos das em no na nos nas ao aos com por para pelo pela que quem qual quais quando onde como quanto e sao foi foram era eram ser tem tinha ha se seu sua seus suas este esta isso mais mas tambem sobre entre apos antes desde ate",
        "nao nunca jamais nada ninguem nenhum nenhuma nem sem tampouco",
        "pode podem poderia poderiam talvez provavelmente possivelmente cerca parece",
        "deve devem devia devera",
        "supostamente alegadamente suposto acusado teria teriam",
        "planeja planeia previsto prevista propoe pretende sera serao vai vao quer",
        "todos tudo toda todas cada maioria metade apenas sempre varios dezenas centenas milhares dobro quase poucos");

    private static readonly LanguageProfile Dutch = Of(
        "nl",
        "de het een en of maar wie wat wanneer waar waarom hoe welke is zijn was waren wordt worden werd werden heeft hebben had hadden van te tot in op aan uit bij met naar voor over om door zich hij zij ze hun haar dat die dit deze als ook nog dan er onder tussen sinds na",
        "niet geen nooit niemand niets nergens noch zonder nauwelijks",
        "kan kunnen kon konden mag mogen misschien mogelijk waarschijnlijk ongeveer lijkt zou zouden",
        "moet moeten moest moesten",
        "vermeend beschuldigd verdacht",
        "zal zullen plant gepland wil willen verwacht",
        "alle alles elke ieder meeste meerderheid helft alleen altijd verschillende tientallen honderden duizenden dubbel bijna weinig");

    private static readonly LanguageProfile Russian = Of(
        "ru",
        "и в во на с со по к ко о об от до за из у для при через а но или что кто как где когда почему который которая которое которые это этот эта эти тот та те он она оно они его ее их был была было были есть быть же бы ли так также уже еще чтобы если",
        "не нет ни никогда никто ничего нигде без",
        "может могут мог могла могли возможно вероятно наверное примерно около",
        "должен должна должны должно нужно надо",
        "якобы предположительно обвиняется",
        "будет будут планирует планируется намерен ожидается",
        "все всех каждый большинство половина только всегда несколько десятки сотни тысячи почти");

    private static readonly LanguageProfile[] All = [English, German, French, Spanish, Italian, Portuguese, Dutch, Russian];

    // Scripts and languages without small words of their own in a text; denial is found by its signs.
    private static readonly string[] UnspacedNegations = ["不", "没", "沒", "未", "無", "无", "非", "ない", "ません", "なかった", "ず", "ไม่", "มิได้"];

    /// <summary>Gets the signs of denial in scripts without spaces.</summary>
    public static IReadOnlyList<string> UnspacedNegation => UnspacedNegations;

    /// <summary>Finds the profile of a language.</summary>
    /// <param name="tag">A BCP 47 tag; may be <see langword="null"/>.</param>
    public static LanguageProfile? Find(string? tag) =>
        tag is { Length: >= 2 } ? Array.Find(All, profile => tag.StartsWith(profile.Code, StringComparison.OrdinalIgnoreCase)) : null;

    /// <summary>Guesses the language of a text by its small words.</summary>
    /// <returns><see langword="null"/> where too few are known.</returns>
    public static LanguageProfile? Guess(IReadOnlyList<Word> words)
    {
        LanguageProfile? best = null;
        var (most, second) = (0, 0);
        foreach (var profile in All)
        {
            var count = words.Count(word => profile.Function.Contains(word.Folded) || profile.Negation.Contains(word.Folded));
            if (count > most)
            {
                (best, second, most) = (profile, most, count);
            }
            else
            {
                second = Math.Max(second, count);
            }
        }

        return most >= MinEvidence && most > second ? best : null;
    }

    private static LanguageProfile Of(
        string code, string function, string negation, string possibility, string obligation, string report, string intention, string quantity) =>
        new(code, Set(function), Set(negation), Set(possibility), Set(obligation), Set(report), Set(intention), Set(quantity));

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ').Select(word => WordReader.Fold(word)).ToFrozenSet(StringComparer.Ordinal);
}
