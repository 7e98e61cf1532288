using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.TraceExtensions;

/// <summary>Sends traces to the Emulator.</summary>
public static class ITurnContextExtensions
{
    /// <summary>Sends a trace; it reaches only the Emulator.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="name">The trace's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="valueType">The name of the value's type; taken from the value when null.</param>
    /// <param name="label">The label.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id that the channel gave.</returns>
    public static Task<ResourceResponse> TraceActivityAsync(
        this ITurnContext turnContext, string name, object? value = null, string? valueType = null, string? label = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.SendActivityAsync(turnContext.Activity.CreateTrace(name, value, valueType, label), cancellationToken);
    }
}
