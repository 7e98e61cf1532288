using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
using QnA.Models.Embeddings;
using QnA.Models.Options;

namespace QnA.Models.Providers.AzureOpenAI;

/// <summary>OpenAI's models in Azure, with a key or through Entra ID.</summary>
internal sealed class AzureOpenAIProvider : IEmbeddingProvider
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

    /// <inheritdoc/>
    public IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(EmbeddingOptions options, HttpClient http)
    {
        var endpoint = new Uri(options.Endpoint);
        var settings = new AzureOpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        var client = options.ApiKey.Length > 0
            ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(options.ApiKey), settings)
            : new AzureOpenAIClient(endpoint, new DefaultAzureCredential(), settings);
        return client.GetEmbeddingClient(options.ModelId).AsIEmbeddingGenerator();
    }
}
