using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using global::OpenAI;

namespace QnA.Models.Providers.OpenAI;

/// <summary>Makes chat services that speak OpenAI's chat completions.</summary>
internal static class OpenAIClients
{
    // The client library insists on a key; servers without one ignore the header.
    private const string NoKey = "none";

    /// <summary>Makes a service.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="endpoint">The address of the API, without <c>/chat/completions</c>.</param>
    /// <param name="apiKey">The key; may be empty.</param>
    /// <param name="http">Sends, repeats and times the requests, so the library does neither.</param>
    public static IChatCompletionService Create(string modelId, string endpoint, string apiKey, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Endpoint = new Uri(endpoint),
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        var client = new OpenAIClient(new ApiKeyCredential(apiKey.Length == 0 ? NoKey : apiKey), options);
        return new OpenAIChatCompletionService(modelId, client);
    }
}
