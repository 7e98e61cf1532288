namespace QnA.Core.Usage;

/// <summary>What calls to one model took.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Calls">How many calls; 1 or more.</param>
/// <param name="InputTokens">Tokens that the model was given, in its own counting.</param>
/// <param name="OutputTokens">Tokens that the model wrote, in its own counting.</param>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed record ModelUsage(string Model, int Calls, long InputTokens, long OutputTokens)
{
    /// <summary>Gets whether any of the tokens were counted by QnA, because the service did not say how many there were.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>Gets what the tokens cost by the configured prices; <see langword="null"/> where no price is configured.</summary>
    public Cost? Cost { get; init; }

    /// <summary>Adds up calls, one entry for each model and currency, in the order of the first calls.</summary>
    /// <param name="calls">The calls.</param>
    public static IReadOnlyList<ModelUsage> Sum(IEnumerable<ModelUsage> calls) =>
    [
        .. calls.GroupBy(call => (call.Model, call.Cost?.Currency)).Select(group => new ModelUsage(
            group.Key.Model, group.Sum(call => call.Calls), group.Sum(call => call.InputTokens), group.Sum(call => call.OutputTokens))
        {
            IsEstimated = group.Any(call => call.IsEstimated),
            Cost = group.Key.Currency is { } currency ? new Cost(group.Sum(call => call.Cost!.Amount), currency) : null,
        }),
    ];
}

/// <summary>An amount of money.</summary>
/// <param name="Amount">How much; 0 or more.</param>
/// <param name="Currency">The currency as it is configured, such as <c>USD</c>.</param>
public sealed record Cost(decimal Amount, string Currency);
