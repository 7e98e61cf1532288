namespace QnA.Text.Numbers;

/// <summary>What a number counts.</summary>
internal enum QuantityKind
{
    /// <summary>Anything.</summary>
    Plain,

    /// <summary>A share of a hundred.</summary>
    Percent,

    /// <summary>Money.</summary>
    Money,

    /// <summary>A rank: third, 3rd.</summary>
    Ordinal,

    /// <summary>A time of day, in minutes after midnight.</summary>
    Time,
}

/// <summary>A number that a text has.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Values">Its value; two where the text can be read in two ways: <c>1.500</c>.</param>
/// <param name="Start">Where it starts in its text, in UTF-16 code units.</param>
/// <param name="End">The position after it.</param>
/// <param name="Unit">The unit that follows, by its common name; the currency of money; empty where there is none.</param>
internal sealed record Quantity(QuantityKind Kind, IReadOnlyList<decimal> Values, int Start, int End, string Unit)
{
    /// <summary>Tells whether another quantity says at least what this one says: the same value of the same kind and unit.</summary>
    public bool IsSaidBy(Quantity other) =>
        Values.Intersect(other.Values).Any()
        && Kind switch
        {
            QuantityKind.Percent or QuantityKind.Money or QuantityKind.Time => other.Kind == Kind && other.Unit == Unit,
            QuantityKind.Ordinal => other.Kind is QuantityKind.Ordinal,
            _ => other.Kind is QuantityKind.Plain or QuantityKind.Money
                && (Unit.Length == 0 || other.Unit.Length == 0 || Unit == other.Unit),
        };
}
