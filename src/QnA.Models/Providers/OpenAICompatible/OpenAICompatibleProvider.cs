using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using QnA.Models.Embeddings;
using QnA.Models.Options;
using QnA.Models.Providers.OpenAI;

namespace QnA.Models.Providers.OpenAICompatible;

/// <summary>Any server that speaks OpenAI's chat completions: vLLM, LM Studio, llama.cpp, LocalAI and many services.</summary>
internal sealed class OpenAICompatibleProvider : IEmbeddingProvider
{
    /// <inheritdoc/>
    public string Name => "OpenAICompatible";

    /// <inheritdoc/>
    public string TelemetryName => "openai_compatible";

    /// <inheritdoc/>
    public bool NeedsKey => false;

    /// <inheritdoc/>
    public bool NeedsEndpoint => true;

    /// <inheritdoc/>
    public string EndpointExample => "http://localhost:8000/v1";

    /// <inheritdoc/>
    public IChatCompletionService Create(EndpointOptions endpoint, HttpClient http) =>
        OpenAIClients.Create(endpoint.ModelId, endpoint.Endpoint, endpoint.ApiKey, http);

    /// <inheritdoc/>
    public IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(EmbeddingOptions options, HttpClient http) =>
        OpenAIClients.CreateEmbeddings(options.ModelId, options.Endpoint, options.ApiKey, http);
}
