using System.Globalization;
using System.Text.RegularExpressions;
using QnA.Text.Words;

namespace QnA.Text.Numbers;

/// <summary>Reads the numbers of a text by value: <c>1,500,000</c> and <c>1.5 million</c> are one.</summary>
internal static partial class NumberReader
{
    private const int MatchMilliseconds = 1000;

    /// <summary>Returns the numbers in the order of the text, without those that are parts of dates.</summary>
    /// <param name="text">The text, with plain digits (see <see cref="Digits"/>).</param>
    /// <param name="dates">The dates of the text.</param>
    /// <param name="language">The language of the text, which says what a point in a number means; <see langword="null"/> where unknown.</param>
    public static List<Quantity> Read(string text, IReadOnlyList<DateMention> dates, string? language)
    {
        var found = new List<Quantity>();
        bool IsFree(int start) => !dates.Any(d => d.Start <= start && start < d.End) && !found.Exists(q => q.Start <= start && start < q.End);
        foreach (Match match in Time().Matches(text))
        {
            if (IsFree(match.Index))
            {
                AddTime(found, match);
            }
        }

        foreach (Match match in Fractions().Matches(text))
        {
            if (IsFree(match.Index))
            {
                // "1/2" is a half; "1996/97" has a value of its own as well, so that it is not taken for 1996.
                found.Add(new Quantity(QuantityKind.Plain, Divide(match), match.Index, match.Index + match.Length, ""));
            }
        }

        foreach (Match match in Figures().Matches(text))
        {
            if (IsFree(match.Index))
            {
                var values = ValuesOf(match.Value, language);
                values = IsNegative(text, match.Index) ? [.. values.Select(value => -value)] : values;
                found.Add(Finish(text, values, match.Index, match.Index + match.Length, language));
            }
        }

        AddWords(found, text, IsFree, language);
        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        return found;
    }

    private static IReadOnlyList<decimal> Divide(Match match)
    {
        decimal Part(string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        return Part("b") == 0 ? [] : [Part("a") / Part("b")];
    }

    private static void AddTime(List<Quantity> found, Match match)
    {
        var hours = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value;
        if (hours > 24 || minutes > 59 || (half.Length == 0 && !match.Groups["colon"].Success))
        {
            return;
        }

        hours = half.Length == 0 ? hours : (hours % 12) + (half[0] is 'p' or 'P' ? 12 : 0);
        found.Add(new Quantity(QuantityKind.Time, [(hours * 60) + minutes], match.Index, match.Index + match.Length, ""));
    }

    private static void AddWords(List<Quantity> found, string text, Func<int, bool> isFree, string? language)
    {
        var words = WordReader.Read(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (!isFree(words[i].Start))
            {
                continue;
            }

            if (NumberWords.TryFindOrdinal(words[i].Folded, out var rank))
            {
                found.Add(new Quantity(QuantityKind.Ordinal, [rank], words[i].Start, words[i].End, ""));
                continue;
            }

            if (!NumberWords.TryFindSmall(words[i].Folded, out var value))
            {
                continue;
            }

            // "twenty-one": tens and a unit with nothing but a dash between them.
            var last = i;
            if (value >= 20 && i + 1 < words.Count && text[words[i].End..words[i + 1].Start] is "-" or " "
                && NumberWords.TryFindSmall(words[i + 1].Folded, out var unit) && unit is >= 1 and < 10)
            {
                value += unit;
                last = i + 1;
            }

            found.Add(Finish(text, [value], words[i].Start, words[last].End, language));
            i = last;
        }
    }

    private static Quantity Finish(string text, IReadOnlyList<decimal> values, int start, int end, string? language)
    {
        var after = Next(text, end);
        if (after is { } ordinal && ordinal.Start == end && ordinal.Word is "st" or "nd" or "rd" or "th")
        {
            return new Quantity(QuantityKind.Ordinal, values, start, end + 2, "");
        }

        while (after is { } scale && NumberWords.TryFindScale(scale.Word, language, out var factor))
        {
            values = Multiply(values, factor);
            end = scale.End;
            after = Next(text, end);
        }

        var sign = start > 0 ? Units.FindCurrency(text[start - 1].ToString()) : "";
        if (sign.Length == 0 && start > 1 && text[start - 1] is ' ' or '\u00A0')
        {
            sign = start > 1 ? Units.FindCurrency(text[start - 2].ToString()) : "";
        }

        // "€2.3m": after a sign of money an m is a million.
        if (sign.Length > 0 && after is { Word: "m" } million)
        {
            return new Quantity(QuantityKind.Money, Multiply(values, 1_000_000), start, million.End, sign);
        }

        if (sign.Length > 0)
        {
            return new Quantity(QuantityKind.Money, values, start, end, sign);
        }

        var rest = text.AsSpan(end).TrimStart();
        if (rest.StartsWith("%") || rest.StartsWith("per cent", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("por ciento", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("pour cent", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("per cento", StringComparison.OrdinalIgnoreCase) || (after is { } percent && Units.IsPercent(percent.Word)))
        {
            return new Quantity(QuantityKind.Percent, values, start, end, "");
        }

        if (rest is ['€' or '$' or '£' or '¥' or '₽', ..])
        {
            return new Quantity(QuantityKind.Money, values, start, end, Units.FindCurrency(rest[0].ToString()));
        }

        if (after is { } currency && Units.FindCurrency(currency.Word) is { Length: > 0 } named)
        {
            return new Quantity(QuantityKind.Money, values, start, end, named);
        }

        return new Quantity(QuantityKind.Plain, values, start, end, after is { } unit ? Units.Find(unit.Word) : "");
    }

    private static (string Word, int Start, int End)? Next(string text, int position)
    {
        var start = position;
        while (start < text.Length && start - position < 2 && text[start] is ' ' or '\u00A0' or '\u202F' or '-' or '°')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end == start ? null : (WordReader.Fold(text.AsSpan(start, end - start)), start, end);
    }

    private static IReadOnlyList<decimal> ValuesOf(string figures, string? language)
    {
        var text = figures.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        var points = text.Count(c => c == '.');
        var commas = text.Count(c => c == ',');
        if (points + commas == 0)
        {
            return Parse(text);
        }

        // Two kinds of separator: the last one starts the decimals. Several of one kind: they part thousands.
        if (points > 0 && commas > 0)
        {
            return text.LastIndexOf('.') > text.LastIndexOf(',')
                ? Parse(text.Replace(",", "", StringComparison.Ordinal))
                : Parse(text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'));
        }

        var (separator, count) = points > 0 ? ('.', points) : (',', commas);
        var whole = text.Replace(separator.ToString(), "", StringComparison.Ordinal);
        if (count > 1)
        {
            return Parse(whole);
        }

        var isGroup = text.Length - text.IndexOf(separator) - 1 == 3 && text.IndexOf(separator) is >= 1 and <= 3 && text[0] != '0';
        if (!isGroup)
        {
            return Parse(text.Replace(',', '.'));
        }

        return (language, separator) switch
        {
            (null, _) => [.. Parse(whole), .. Parse(text.Replace(',', '.'))],
            ("en", ',') => Parse(whole),
            ("en", '.') => Parse(text),
            (_, '.') => Parse(whole),
            _ => Parse(text.Replace(',', '.')),
        };
    }

    private static decimal[] Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? [value] : [];

    // A number that no decimal holds has no value, so nothing else says it.
    private static IReadOnlyList<decimal> Multiply(IReadOnlyList<decimal> values, decimal factor) =>
        [.. values.Where(value => Math.Abs(value) < decimal.MaxValue / factor).Select(value => value * factor)];

    // "-5 °C", but not the second number of "10-12".
    private static bool IsNegative(string text, int start) =>
        start > 0 && text[start - 1] is '-' or '\u2212' && (start == 1 || char.IsWhiteSpace(text[start - 2]) || text[start - 2] == '(');

    [GeneratedRegex(
        @"(?<![\d.,:])(?<h>[0-2]?\d)(?:(?<colon>:)(?<m>[0-5]\d)|\.(?<m>[0-5]\d)(?=\s*[ap]\.?m))?(?:\s*(?<half>[ap])\.?m\b\.?)?(?![\d:])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        MatchMilliseconds)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<![\d/.,])(?<a>\d{1,9})/(?<b>\d{1,9})(?![\d/])", RegexOptions.CultureInvariant, MatchMilliseconds)]
    private static partial Regex Fractions();

    [GeneratedRegex(
        @"(?<![\d\p{L}])\d{1,3}(?:[ \u00A0\u202F'’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*",
        RegexOptions.CultureInvariant,
        MatchMilliseconds)]
    private static partial Regex Figures();
}
