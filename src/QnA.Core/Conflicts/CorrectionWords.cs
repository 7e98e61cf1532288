namespace QnA.Core.Conflicts;

/// <summary>The words with which a text says that it corrects an earlier one.</summary>
internal static class CorrectionWords
{
    private static readonly string[] Phrases =
    [
        "correction:", "corrected:", "an earlier version", "a previous version", "was corrected", "has been corrected", "misstated",
        "korrektur:", "berichtigung:", "in einer früheren version", "in einer früheren fassung", "wurde korrigiert",
        "correction :", "rectificatif", "une version précédente", "une version antérieure",
        "corrección:", "fe de erratas", "una versión anterior", "errata corrige", "una versione precedente",
        "correção:", "uma versão anterior", "correctie:", "een eerdere versie", "исправление:", "в предыдущей версии",
        "rettelse:", "en tidligere versjon", "en tidligere version", "rättelse:", "en tidigare version",
        "更正", "訂正", "แก้ไขข้อมูล",
    ];

    /// <summary>Tells whether a text says so.</summary>
    public static bool AreIn(string text) => Phrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
