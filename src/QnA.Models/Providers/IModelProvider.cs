using Microsoft.SemanticKernel.ChatCompletion;
using QnA.Models.Options;

namespace QnA.Models.Providers;

/// <summary>Makes the chat service of Semantic Kernel for one kind of server.</summary>
/// <remarks>Implementations are stateless and safe for concurrent use.</remarks>
internal interface IModelProvider
{
    /// <summary>Gets the name in the setting <c>Model:Provider</c>.</summary>
    string Name { get; }

    /// <summary>Gets the name in telemetry (attribute <c>gen_ai.provider.name</c> of the OpenTelemetry conventions).</summary>
    string TelemetryName { get; }

    /// <summary>Gets whether a key must be set.</summary>
    bool NeedsKey { get; }

    /// <summary>Gets whether an address must be set.</summary>
    bool NeedsEndpoint { get; }

    /// <summary>Gets an address as it may be set.</summary>
    string EndpointExample { get; }

    /// <summary>Makes the service.</summary>
    /// <param name="endpoint">Valid settings.</param>
    /// <param name="http">Repeats, bounds and times requests; the service repeats none itself.</param>
    IChatCompletionService Create(EndpointOptions endpoint, HttpClient http);
}
