using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using OllamaSharp;
using QnA.Models.Options;

namespace QnA.Models.Providers.Ollama;

/// <summary>Models that run on this machine, or another, under Ollama.</summary>
internal sealed class OllamaProvider : IModelProvider
{
    /// <inheritdoc/>
    public string Name => "Ollama";

    /// <inheritdoc/>
    public string TelemetryName => "ollama";

    /// <inheritdoc/>
    public bool NeedsKey => false;

    /// <inheritdoc/>
    public bool NeedsEndpoint => false;

    /// <inheritdoc/>
    public string EndpointExample => "http://localhost:11434";

    /// <inheritdoc/>
    public IChatCompletionService Create(EndpointOptions endpoint, HttpClient http)
    {
        http.BaseAddress = new Uri(endpoint.Endpoint.Length == 0 ? EndpointExample : endpoint.Endpoint);
        if (endpoint.ApiKey.Length > 0)
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", endpoint.ApiKey);
        }

        IChatClient client = new OllamaApiClient(http, endpoint.ModelId);
        return client.AsChatCompletionService();
    }
}
