using System.Globalization;

namespace QnA.Evaluation.Statistics;

/// <summary>Rounds as people and other programs check it: the exact decimal value of the number, halves to the even digit.</summary>
/// <remarks><see cref="Math.Round(double, int)"/> multiplies first and so may round what is just under a half up.</remarks>
internal static class Rounding
{
    // With 24 digits after the point every number below 10,000 fits a decimal, and none is taken for a half that is none.
    private const string Exact = "F24";
    private const double Largest = 9999;

    /// <summary>Rounds a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many digits stay after the point.</param>
    public static double Round(double value, int digits) => Math.Abs(value) > Largest
        ? Math.Round(value, digits)
        : (double)Math.Round(
            decimal.Parse(value.ToString(Exact, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture),
            digits,
            MidpointRounding.ToEven);
}
