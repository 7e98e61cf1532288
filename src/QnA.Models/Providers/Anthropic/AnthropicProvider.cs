using global::Anthropic;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using QnA.Models.Options;

namespace QnA.Models.Providers.Anthropic;

/// <summary>The service of Anthropic.</summary>
internal sealed class AnthropicProvider : IModelProvider
{
    // Used only where a prompt sets no limit; the protocol demands one.
    private const int DefaultMaxOutputTokens = 1024;

    /// <inheritdoc/>
    public string Name => "Anthropic";

    /// <inheritdoc/>
    public string TelemetryName => "anthropic";

    /// <inheritdoc/>
    public bool NeedsKey => true;

    /// <inheritdoc/>
    public bool NeedsEndpoint => false;

    /// <inheritdoc/>
    public string EndpointExample => "https://api.anthropic.com";

    /// <inheritdoc/>
    public IChatCompletionService Create(EndpointOptions endpoint, HttpClient http)
    {
        var client = new AnthropicClient
        {
            ApiKey = endpoint.ApiKey,
            AuthToken = null,
            BaseUrl = endpoint.Endpoint.Length == 0 ? EndpointExample : endpoint.Endpoint,
            HttpClient = http,
            MaxRetries = 0,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return client.AsIChatClient(endpoint.ModelId, DefaultMaxOutputTokens).AsChatCompletionService();
    }
}
