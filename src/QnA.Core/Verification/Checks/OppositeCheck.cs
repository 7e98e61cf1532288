using QnA.Text.Words;

namespace QnA.Core.Verification.Checks;

/// <summary>No word of a claim may mean the opposite of a word of its quotes that the claim leaves out.</summary>
internal sealed class OppositeCheck : IClaimCheck
{
    private static readonly string[] Prefixes = ["un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "des"];

    // Folded stems; each side of a pair lists words of one direction.
    private static readonly (string[] Left, string[] Right)[] Pairs =
    [
        (["increase", "rise", "rose", "risen", "grew", "grow", "climb", "gain", "up", "gestiegen", "steigt", "stieg", "sube", "subio", "aumento", "aumenta", "augmente"],
            ["decrease", "fall", "fell", "fallen", "shrank", "shrink", "drop", "decline", "lost", "down", "reduce", "cut", "gesunken", "sinkt", "sank", "baja", "bajo", "disminuyo", "baisse", "diminue"]),
        (["win", "won", "gewann", "gewinnt", "gano", "gana", "gagne"], ["lose", "lost", "defeat", "beaten", "verlor", "verliert", "perdio", "pierde", "perdu"]),
        (["open", "opens", "opened", "reopen", "offnet", "geoffnet", "abre", "abrio", "ouvre", "ouvert"], ["close", "closed", "closes", "shut", "geschlossen", "schliesst", "cierra", "cerro", "ferme"]),
        (["for", "support", "supported", "favour", "back", "backed", "approve", "approved", "accept", "accepted", "adopt", "adopted", "pass", "passed", "dafur", "aprobo"],
            ["against", "oppose", "opposed", "reject", "rejected", "decline", "veto", "turned", "dagegen", "rechazo"]),
        (["before", "earlier", "early", "antes", "avant", "vor"], ["after", "later", "late", "despues", "apres", "nach"]),
        (["more", "higher", "above", "over", "most", "larger", "bigger", "mehr", "hoher", "mas", "plus"], ["less", "lower", "below", "under", "least", "smaller", "fewer", "weniger", "niedriger", "menos", "moins"]),
        (["begin", "began", "start", "started", "beginnt", "begann", "empieza", "commence"], ["end", "ended", "stop", "stopped", "finish", "endet", "termina", "finit"]),
        (["north", "northern"], ["south", "southern"]), (["east", "eastern"], ["west", "western"]), (["left"], ["right"]),
        (["guilty", "convicted", "schuldig", "culpable", "coupable"], ["innocent", "acquitted", "unschuldig", "freigesprochen", "inocente", "absuelto"]),
        (["alive", "survive", "survived"], ["dead", "died", "killed"]), (["safe", "sicher", "seguro"], ["dangerous", "unsafe", "gefahrlich", "peligroso"]),
        (["legal", "lawful", "allowed", "permitted"], ["illegal", "unlawful", "banned", "forbidden", "prohibited"]),
        (["improve", "improved", "better"], ["worsen", "worsened", "worse", "deteriorate"]), (["first"], ["last"]), (["maximum"], ["minimum"]),
        (["buy", "bought"], ["sell", "sold"]), (["hired", "appointed"], ["fired", "dismissed"]), (["arrive", "arrived"], ["leave", "left", "depart"]),
        (["male", "men", "man", "boys"], ["female", "women", "woman", "girls"]), (["true"], ["false"]), (["he", "him", "his"], ["she", "her", "hers"]), (["success", "succeeded"], ["failure", "failed"]),
    ];

    /// <inheritdoc/>
    public RefusalReason? Check(ClaimEvidence evidence)
    {
        if (evidence.IsOtherLanguage)
        {
            return null;
        }

        // The clauses that a claim is taken from: "closed" elsewhere in a long quote is no opposite of "opened" here.
        var quoted = evidence.Claim.Clauses.SelectMany(clause => ClauseAlignment.Find(clause, evidence))
            .SelectMany(source => source.Clause.Words).Select(word => word.Folded).ToHashSet(StringComparer.Ordinal);
        foreach (var word in evidence.Claim.Words.Select(word => word.Folded))
        {
            if (!evidence.Quotes.Any(quote => quote.Words.Any(w => Same(w.Folded, word))) && quoted.Any(other => AreOpposite(word, other)))
            {
                return RefusalReason.OppositeSaid;
            }
        }

        return null;
    }

    private static bool AreOpposite(string left, string right) =>
        Array.Exists(Pairs, pair => (Has(pair.Left, left) && Has(pair.Right, right)) || (Has(pair.Right, left) && Has(pair.Left, right)))
        || Array.Exists(Prefixes, prefix => IsPrefixed(prefix, left, right) || IsPrefixed(prefix, right, left));

    // "unchanged" and "changed", but not "in" and "income".
    private static bool IsPrefixed(string prefix, string longer, string shorter) =>
        shorter.Length >= 4 && longer.Length > shorter.Length && longer.StartsWith(prefix, StringComparison.Ordinal) && WordMatch.SameStem(longer[prefix.Length..], shorter);

    private static bool Has(string[] words, string word) => Array.Exists(words, w => Same(w, word));

    private static bool Same(string left, string right) => left == right || (left.Length > 3 && right.Length > 3 && WordMatch.SameStem(left, right));
}
