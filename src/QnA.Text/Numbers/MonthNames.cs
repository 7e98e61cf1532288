using System.Collections.Frozen;

namespace QnA.Text.Numbers;

/// <summary>The names of the months, whole and short, in the languages whose dates are read.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "january jan januar janner janvier enero gennaio janeiro januari ianuarie января январь ocak",
        "february feb februar fevrier febrero febbraio fevereiro februari februarie февраля февраль subat",
        "march mar marz mars marzo marco maart martie марта март mart",
        "april apr avril abril aprile aprilie апреля апрель nisan",
        "may mai mayo maggio maio mei мая май mayis",
        "june jun juni juin junio giugno junho iunie июня июнь haziran",
        "july jul juli juillet julio luglio julho iulie июля июль temmuz",
        "august aug aout agosto augustus августа август agustos",
        "september sep sept septembre septiembre settembre setembro septembrie сентября сентябрь eylul",
        "october oct oktober octobre octubre ottobre outubro octombrie октября октябрь ekim",
        "november nov novembre noviembre novembro noiembrie ноября ноябрь kasim",
        "december dec dezember decembre diciembre dicembre dezembro decembrie декабря декабрь aralik",
    ];

    private static readonly FrozenDictionary<string, int> Months = Names
        .SelectMany((names, month) => names.Split(' ').Select(name => (name, month: month + 1)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.month, StringComparer.Ordinal);

    /// <summary>Finds the month of a folded word.</summary>
    /// <returns>1 to 12, or 0 where the word is no month.</returns>
    public static int Find(string folded) => Months.GetValueOrDefault(folded);
}
