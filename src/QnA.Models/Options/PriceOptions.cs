using System.ComponentModel.DataAnnotations;
using QnA.Core.Usage;

namespace QnA.Models.Options;

/// <summary>What a model costs, as its service lists it.</summary>
public sealed class PriceOptions
{
    private const decimal Million = 1_000_000;

    /// <summary>Gets or sets the price of a million tokens that the model is given.</summary>
    /// <value>0 or more, in <see cref="Currency"/>. The default is 0.</value>
    [Range(0, 1_000_000)]
    public decimal Input { get; set; }

    /// <summary>Gets or sets the price of a million tokens that the model writes.</summary>
    /// <value>0 or more, in <see cref="Currency"/>. The default is 0. Where both prices are 0, no cost is told.</value>
    [Range(0, 1_000_000)]
    public decimal Output { get; set; }

    /// <summary>Gets or sets the currency.</summary>
    /// <value>Any name; it is only repeated. The default is <c>USD</c>.</value>
    public string Currency { get; set; } = "USD";

    /// <summary>Computes what a call cost; <see langword="null"/> where no price is set.</summary>
    internal Cost? Of(long inputTokens, long outputTokens) =>
        Input == 0 && Output == 0 ? null : new Cost(((inputTokens * Input) + (outputTokens * Output)) / Million, Currency);
}
