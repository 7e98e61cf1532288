using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using QnA.Models.Embeddings;
using QnA.Models.Options;

namespace QnA.Models.Providers.OpenAI;

/// <summary>The service of OpenAI.</summary>
internal sealed class OpenAIProvider : IEmbeddingProvider
{
    /// <inheritdoc/>
    public string Name => "OpenAI";

    /// <inheritdoc/>
    public string TelemetryName => "openai";

    /// <inheritdoc/>
    public bool NeedsKey => true;

    /// <inheritdoc/>
    public bool NeedsEndpoint => false;

    /// <inheritdoc/>
    public string EndpointExample => "https://api.openai.com/v1";

    /// <inheritdoc/>
    public IChatCompletionService Create(EndpointOptions endpoint, HttpClient http) =>
        OpenAIClients.Create(endpoint.ModelId, endpoint.Endpoint.Length == 0 ? EndpointExample : endpoint.Endpoint, endpoint.ApiKey, http);

    /// <inheritdoc/>
    public IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(EmbeddingOptions options, HttpClient http) =>
        OpenAIClients.CreateEmbeddings(options.ModelId, options.Endpoint.Length == 0 ? EndpointExample : options.Endpoint, options.ApiKey, http);
}
