using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using global::OpenAI;

namespace QnA.Models.Providers.OpenAI;

/// <summary>Makes services that speak OpenAI's protocols.</summary>
internal static class OpenAIClients
{
    // The client library insists on a key; servers without one ignore the header.
    private const string NoKey = "none";

    /// <summary>Makes a chat service.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="endpoint">The address of the API, without <c>/chat/completions</c>.</param>
    /// <param name="apiKey">The key; may be empty.</param>
    /// <param name="http">Sends, repeats and times the requests, so the library does neither.</param>
    public static IChatCompletionService Create(string modelId, string endpoint, string apiKey, HttpClient http) =>
        new OpenAIChatCompletionService(modelId, CreateClient(endpoint, apiKey, http));

    /// <summary>Makes a generator of embeddings; see <see cref="Create"/>.</summary>
    public static IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(string modelId, string endpoint, string apiKey, HttpClient http) =>
        CreateClient(endpoint, apiKey, http).GetEmbeddingClient(modelId).AsIEmbeddingGenerator();

    private static OpenAIClient CreateClient(string endpoint, string apiKey, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = new Uri(endpoint),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        return new OpenAIClient(new ApiKeyCredential(apiKey.Length == 0 ? NoKey : apiKey), options);
    }
}
