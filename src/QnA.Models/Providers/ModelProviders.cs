using QnA.Models.Providers.Anthropic;
using QnA.Models.Providers.AzureOpenAI;
using QnA.Models.Providers.Ollama;
using QnA.Models.Providers.OpenAI;
using QnA.Models.Providers.OpenAICompatible;

namespace QnA.Models.Providers;

/// <summary>All providers: a new one is a folder beside this file and one line here.</summary>
internal sealed class ModelProviders
{
    /// <summary>The name under which there is no model.</summary>
    public const string Extractive = "Extractive";

    private readonly IModelProvider[] _all =
    [
        new OpenAIProvider(),
        new AzureOpenAIProvider(),
        new OpenAICompatibleProvider(),
        new OllamaProvider(),
        new AnthropicProvider(),
    ];

    /// <summary>Gets the names that <c>Model:Provider</c> may have.</summary>
    public IEnumerable<string> Names => _all.Select(provider => provider.Name).Append(Extractive);

    /// <summary>Gets the names of those that serve embedding models.</summary>
    public IEnumerable<string> EmbeddingNames => _all.OfType<IEmbeddingProvider>().Select(provider => provider.Name);

    /// <summary>Finds a provider of embedding models; capitals do not matter.</summary>
    public IEmbeddingProvider? FindEmbeddings(string name) => Find(name) as IEmbeddingProvider;

    /// <summary>Finds a provider; capitals do not matter.</summary>
    public IModelProvider? Find(string name) =>
        Array.Find(_all, provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase));
}
