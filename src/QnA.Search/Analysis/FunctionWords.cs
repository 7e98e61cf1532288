using System.Collections.Frozen;

namespace QnA.Search.Analysis;

/// <summary>Words that shape a question but do not say what it is about.</summary>
internal static class FunctionWords
{
    // Question words, articles, pronouns, auxiliaries and prepositions, in the languages whose question words are most often met.
    private static readonly FrozenSet<string> Words = string.Join(
            ' ',
            "a an the this that these those what which who whom whose when where why how is are was were be been being am do does did done doing",
            "have has had having can could will would shall should may might must of in on at by for with from to into onto about as than then",
            "and or but if so not no nor there here it its he she they them his her their theirs him you your yours we us our ours i me my mine",
            "many much more most some any each every all both such own same other another tell please s t d ll re ve let also just only very too",
            "der die das den dem des ein eine einer eines einem einen und oder aber wer was wen wem wessen wann wo warum wie welche welcher welches",
            "ist sind war waren wird werden wurde wurden hat haben hatte hatten von zu zum zur im in an am auf aus bei mit nach für über um viele viel",
            "el la los las un una unos unas y o de del al en con por para que qué quién quiénes cuál cuáles cuándo dónde cómo cuánto cuánta cuántos",
            "cuántas es son fue fueron era eran ha han había se su sus lo le les",
            "le la les un une des et ou du au aux en dans par pour avec que qui quoi quel quelle quels quelles quand où comment combien est sont était",
            "il lo gli i un uno e o di del della dei che chi cosa quale quali quando dove come quanto quanti è sono era nel nella con per")
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whether a word, as the person wrote it, only shapes the question.</summary>
    public static bool Contains(string word) => Words.Contains(word);
}
