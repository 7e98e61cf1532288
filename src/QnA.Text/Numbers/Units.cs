using System.Collections.Frozen;

namespace QnA.Text.Numbers;

/// <summary>Units and currencies by all the names that they go by.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, string> Names = Table(
        "km=kilometre kilometre kilometer kilometres kilometers kilometern kilometro kilometros chilometri kilometres",
        "m=metre metre meter metres meters metern metro metros metri",
        "cm=centimetre centimetre centimetres centimeter centimeters zentimeter",
        "mm=millimetre millimetre millimetres millimeter millimeters",
        "mi=mile mile miles meilen millas", "ft=foot foot feet", "kg=kilogram kilogram kilograms kilogramm kilos kilo",
        "t=tonne tonne tonnes ton tons tonnen toneladas", "l=litre litre litres liter liters litros",
        "h=hour hour hours stunde stunden heure heures hora horas ore uren", "min=minute minute minutes minuten minutos minuti",
        "s=second second seconds sekunde sekunden segundos", "day=day days tag tage tagen jour jours dia dias giorni dagen",
        "week=week weeks woche wochen semaine semaines semana semanas settimane weken",
        "month=month months monat monate monaten mois mes meses mesi maanden",
        "year=year years jahr jahre jahren an ans annee annees ano anos anni jaar лет года год",
        "kwh=kilowatt-hour kwh", "kw=kilowatt kw", "mw=megawatt mw megawatts", "gw=gigawatt gw", "c=degree degrees grad grados celsius",
        "ha=hectare hectare hectares hektar", "mph=mph", "kmh=kmh");

    private static readonly FrozenDictionary<string, string> Currencies = Table(
        "€=EUR euro euros eur евро", "$=USD dollar dollars dolares usd доллар долларов", "£=GBP pound pounds pfund libras gbp sterling",
        "¥=JPY yen jpy", "₽=RUB rubel roubles rubles rouble рублей рубля rub", "chf=CHF franken francs");

    /// <summary>Finds the unit of a folded word.</summary>
    public static string Find(string folded) => Names.GetValueOrDefault(folded, "");

    /// <summary>Finds the currency of a folded word or a sign.</summary>
    public static string FindCurrency(string folded) => Currencies.GetValueOrDefault(folded, "");

    /// <summary>Tells whether a folded word says that a number is a share of a hundred.</summary>
    public static bool IsPercent(string folded) =>
        folded is "percent" or "prozent" or "percentage" or "pct" or "процентов" or "процента" or "pourcent" or "procent";

    // "sign=Name other names": each line is one unit.
    private static FrozenDictionary<string, string> Table(params string[] lines)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var names = line.Split(' ', '=');
            foreach (var name in names)
            {
                table.TryAdd(name, names[1]);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
