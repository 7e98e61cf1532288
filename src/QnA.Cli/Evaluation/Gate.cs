using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using QnA.Evaluation.Measures;
using QnA.Evaluation.Reports.Html;

namespace QnA.Cli.Evaluation;

/// <summary>What a measure must reach, or must not exceed.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Limit">The limit.</param>
/// <param name="IsFloor">Whether the measure must be at least the limit; else at most.</param>
internal sealed record Gate(Measure Measure, double Limit, bool IsFloor)
{
    /// <summary>Reads <c>measure=value</c>.</summary>
    public static bool TryParse(string text, bool isFloor, [NotNullWhen(true)] out Gate? gate, [NotNullWhen(false)] out string? error)
    {
        var (name, value) = text.LastIndexOf('=') is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
        gate = null;
        error = null;
        if (!AllMeasures.ByName.TryGetValue(name, out var measure))
        {
            error = $"there is no measure '{name}'. The measures are {string.Join(", ", AllMeasures.List.Select(m => m.Name))}.";
        }
        else if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit) || !double.IsFinite(limit))
        {
            error = $"'{text}' has no number after the =. Write for example {name}=.8.";
        }
        else
        {
            gate = new Gate(measure, limit, isFloor);
        }

        return gate is not null;
    }

    /// <summary>Says what is wrong; <see langword="null"/> where the gate holds.</summary>
    public string? Check(IReadOnlyList<MeasureValue> values)
    {
        var limit = $"{(IsFloor ? "at least" : "at most")} {Limit.ToString(CultureInfo.InvariantCulture)}";
        if (values.First(v => v.Name == Measure.Name).Value is not { } value)
        {
            return $"{Measure.Name} must be {limit}, and no question of the set measures it.";
        }

        return (IsFloor ? value >= Limit : value <= Limit) ? null : $"{Measure.Name} is {MeasureText.Of(Measure, value)} and must be {limit}.";
    }
}
