using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using OllamaSharp;
using QnA.Models.Embeddings;
using QnA.Models.Options;

namespace QnA.Models.Providers.Ollama;

/// <summary>Models that run on this machine, or another, under Ollama.</summary>
internal sealed class OllamaProvider : IEmbeddingProvider
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
    public IChatCompletionService Create(EndpointOptions endpoint, HttpClient http) =>
        ((IChatClient)CreateClient(endpoint, http)).AsChatCompletionService();

    /// <inheritdoc/>
    public IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(EmbeddingOptions options, HttpClient http) => CreateClient(options, http);

    private OllamaApiClient CreateClient(EndpointOptions endpoint, HttpClient http)
    {
        http.BaseAddress = endpoint.AddressOr(EndpointExample);
        if (endpoint.ApiKey.Length > 0)
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", endpoint.ApiKey);
        }

        return new OllamaApiClient(http, endpoint.ModelId);
    }
}
