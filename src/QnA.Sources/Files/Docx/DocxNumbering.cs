using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace QnA.Sources.Files.Docx;

/// <summary>Counts the items of a document's lists, and writes their markers as a reader sees them.</summary>
/// <remarks>ECMA-376, part 1, section 17.9: a list is a numbering instance, its levels are those of an abstract numbering.</remarks>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private const string Bullet = "- ";

    private readonly Dictionary<int, AbstractNum> _lists = [];
    private readonly Dictionary<AbstractNum, int[]> _counts = [];

    public DocxNumbering(Numbering? numbering)
    {
        var byId = new Dictionary<int, AbstractNum>();
        foreach (var list in numbering?.Elements<AbstractNum>() ?? [])
        {
            byId.TryAdd(list.AbstractNumberId?.Value ?? 0, list);
        }

        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance.NumberID?.Value is { } id && byId.TryGetValue(instance.AbstractNumId?.Val?.Value ?? -1, out var list))
            {
                _lists.TryAdd(id, list);
            }
        }
    }

    /// <summary>Counts an item and writes its marker with a space behind it.</summary>
    /// <returns><see langword="null"/> where the paragraph belongs to no list.</returns>
    public string? Next(NumberingProperties? properties)
    {
        // An instance of 0 takes a paragraph out of its style's list (section 17.9.18).
        if (properties?.NumberingId?.Val?.Value is not { } id || id == 0)
        {
            return null;
        }

        var level = Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        if (!_lists.TryGetValue(id, out var list))
        {
            return Bullet;
        }

        var counts = _counts.TryGetValue(list, out var known) ? known : _counts[list] = new int[Levels];
        counts[level]++;
        Array.Clear(counts, level + 1, Levels - level - 1);
        return Write(list, level, counts);
    }

    private static string Write(AbstractNum list, int level, int[] counts)
    {
        var definition = Find(list, level);
        var format = definition?.NumberingFormat?.Val?.Value;
        if (definition?.LevelText?.Val?.Value is not { Length: > 0 } pattern || format is null || format == NumberFormatValues.Bullet || format == NumberFormatValues.None)
        {
            return Bullet;
        }

        var marker = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var shown = pattern[++i] - '1';
                var shownLevel = Find(list, shown);
                var start = shownLevel?.StartNumberingValue?.Val?.Value ?? 1;
                marker.Append(Format(shownLevel?.NumberingFormat?.Val?.Value, Math.Max(0, counts[shown] - 1) + (long)start));
            }
            else
            {
                marker.Append(pattern[i]);
            }
        }

        return marker.Append(' ').ToString();
    }

    private static Level? Find(AbstractNum list, int level) =>
        list.Elements<Level>().FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);

    private static string Format(NumberFormatValues? format, long number)
    {
        if (number is > 0 and < 4000)
        {
            if (format == NumberFormatValues.LowerLetter || format == NumberFormatValues.UpperLetter)
            {
                // After z comes aa, then bb (section 17.18.59).
                var letters = new string((char)('a' + ((number - 1) % 26)), (int)((number - 1) / 26) + 1);
                return format == NumberFormatValues.UpperLetter ? letters.ToUpperInvariant() : letters;
            }

            if (format == NumberFormatValues.LowerRoman || format == NumberFormatValues.UpperRoman)
            {
                var roman = Roman((int)number);
                return format == NumberFormatValues.LowerRoman ? roman.ToLowerInvariant() : roman;
            }
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    private static string Roman(int number)
    {
        var roman = new StringBuilder();
        foreach (var (value, letters) in (ReadOnlySpan<(int, string)>)
            [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value)
            {
                roman.Append(letters);
            }
        }

        return roman.ToString();
    }
}
