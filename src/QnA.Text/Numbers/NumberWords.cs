using System.Collections.Frozen;

namespace QnA.Text.Numbers;

/// <summary>Numbers that are written as words, and words that multiply numbers.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, decimal> Small = Table(
        "zero null nul cero ноль=0 one eins uno один=1 two zwei deux dos due dois duas twee два две=2 three drei trois tres tre drie три=3",
        "four vier quatre cuatro quattro quatro четыре=4 five funf cinq cinco cinque vijf пять=5 six sechs seis sei zes шесть=6",
        "seven sieben sept siete sette sete zeven семь=7 eight acht huit ocho otto oito восемь=8 nine neun neuf nueve nove negen девять=9",
        "ten zehn dix diez dieci dez tien десять=10 eleven elf onze once undici одиннадцать=11 twelve zwolf douze doce dodici doze twaalf двенадцать=12",
        "thirteen dreizehn treize trece tredici treze dertien=13 fourteen vierzehn quatorze catorce quattordici catorze veertien=14",
        "fifteen funfzehn quinze quince quindici vijftien пятнадцать=15 sixteen sechzehn seize sedici zestien=16 seventeen siebzehn diecisiete zeventien=17",
        "eighteen achtzehn dieciocho achttien=18 nineteen neunzehn diecinueve negentien=19 twenty zwanzig vingt veinte venti vinte twintig двадцать=20",
        "thirty dreissig trente treinta trenta trinta dertig тридцать=30 forty vierzig quarante cuarenta quaranta quarenta veertig сорок=40",
        "fifty funfzig cinquante cincuenta cinquanta cinquenta vijftig пятьдесят=50 sixty sechzig soixante sesenta sessanta sessenta zestig=60",
        "seventy siebzig setenta settanta zeventig=70 eighty achtzig ochenta ottanta oitenta tachtig=80 ninety neunzig noventa novanta negentig=90",
        "dozen dutzend docena=12");

    private static readonly FrozenDictionary<string, decimal> Ordinals = Table(
        "first erste ersten erster premier premiere primero primera primo prima eerste=1 third dritte dritten dritter troisieme tercero tercera terzo terza derde=3",
        "fourth vierte vierten quatrieme cuarto cuarta quarto quarta vierde=4 fifth funfte funften cinquieme quinto quinta vijfde=5",
        "sixth sechste sechsten sixieme sexto sesto=6 seventh siebte siebten septieme septimo=7 eighth achte achten huitieme octavo=8",
        "ninth neunte neunten neuvieme noveno=9 tenth zehnte zehnten dixieme decimo=10 eleventh elfte elften=11 twelfth zwolfte zwolften=12",
        "zweite zweiten deuxieme segundo segunda secondo seconda tweede=2");

    private static readonly FrozenDictionary<string, decimal> Scales = Table(
        "hundred hundert cent cento cien ciento honderd сто=100 thousand tausend mille mil duizend тысяч тысячи тысяча k=1000",
        "million millions millionen mio mn million millones millon milioni milione milhao milhoes miljoen миллион миллиона миллионов млн=1000000",
        "billion billions bn milliarde milliarden mrd milliard milliards miliardi miliardo miljard миллиард миллиарда миллиардов млрд=1000000000",
        "trillion trillions tn=1000000000000");

    /// <summary>Finds the value of a folded number word below a hundred.</summary>
    public static bool TryFindSmall(string folded, out decimal value) => Small.TryGetValue(folded, out value);

    /// <summary>Finds the value of a folded ordinal.</summary>
    public static bool TryFindOrdinal(string folded, out decimal value) => Ordinals.TryGetValue(folded, out value);

    /// <summary>Finds what a folded word multiplies a number by.</summary>
    /// <param name="folded">The word.</param>
    /// <param name="language">The language of the text; a <c>Billion</c> is 10^12 in German.</param>
    /// <param name="value">The factor.</param>
    public static bool TryFindScale(string folded, string? language, out decimal value)
    {
        if (language == "de" && folded is "billion" or "billionen")
        {
            value = 1_000_000_000_000;
            return true;
        }

        return Scales.TryGetValue(folded, out value);
    }

    private static FrozenDictionary<string, decimal> Table(params string[] lines)
    {
        var table = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var entry in lines.SelectMany(line => line.Split(' ')))
        {
            var parts = entry.Split('=');
            names.Add(parts[0]);
            if (parts.Length == 2)
            {
                names.ForEach(name => table.TryAdd(name, decimal.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)));
                names.Clear();
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
