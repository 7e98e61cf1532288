using Azure.Identity;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
using QnA.Models.Options;

namespace QnA.Models.Providers.AzureOpenAI;

/// <summary>OpenAI's models in Azure, with a key or through Entra ID.</summary>
internal sealed class AzureOpenAIProvider : IModelProvider
{
    /// <inheritdoc/>
    public string Name => "AzureOpenAI";

    /// <inheritdoc/>
    public string TelemetryName => "azure.ai.openai";

    /// <inheritdoc/>
    public bool NeedsKey => false;

    /// <inheritdoc/>
    public bool NeedsEndpoint => true;

    /// <inheritdoc/>
    public string EndpointExample => "https://my-resource.openai.azure.com";

    /// <inheritdoc/>
    public IChatCompletionService Create(EndpointOptions endpoint, HttpClient http) =>
        endpoint.ApiKey.Length > 0
            ? new AzureOpenAIChatCompletionService(endpoint.ModelId, endpoint.Endpoint, endpoint.ApiKey, httpClient: http)
            : new AzureOpenAIChatCompletionService(endpoint.ModelId, endpoint.Endpoint, new DefaultAzureCredential(), httpClient: http);
}
