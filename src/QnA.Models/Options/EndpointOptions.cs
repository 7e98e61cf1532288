namespace QnA.Models.Options;

/// <summary>Where one model is and how it is asked.</summary>
public class EndpointOptions
{
    /// <summary>Gets or sets who serves the model.</summary>
    /// <value>
    /// <c>OpenAI</c>, <c>AzureOpenAI</c>, <c>OpenAICompatible</c>, <c>Ollama</c>, <c>Anthropic</c> or <c>Extractive</c> (no model: the best
    /// quotes are the answer). The default is <c>Extractive</c>.
    /// </value>
    public string Provider { get; set; } = Providers.ModelProviders.Extractive;

    /// <summary>Gets or sets the name of the model; for <c>AzureOpenAI</c> the name of the deployment.</summary>
    /// <value>As the service names it, such as <c>llama3.1</c>. The default is empty; needed wherever there is a provider.</value>
    public string ModelId { get; set; } = "";

    /// <summary>Gets or sets where the model is served.</summary>
    /// <value>An absolute http or https address. Needed for <c>AzureOpenAI</c> and <c>OpenAICompatible</c>; the others have their own.</value>
    public string Endpoint { get; set; } = "";

    /// <summary>Gets or sets the key.</summary>
    /// <value>Needed for <c>OpenAI</c> and <c>Anthropic</c>. <c>AzureOpenAI</c> without one signs in through Entra ID.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>Gets or sets what the model costs.</summary>
    /// <value>The default has no price, and answers tell no cost.</value>
    public PriceOptions Price { get; set; } = new();

    /// <summary>Gets the address at which the model is served.</summary>
    /// <param name="own">The provider's own address, where none is set.</param>
    internal Uri AddressOr(string own) => new(string.IsNullOrWhiteSpace(Endpoint) ? own : Endpoint);

    /// <summary>Gets whether there is a model at all.</summary>
    internal bool IsModel => !string.Equals(Provider, Providers.ModelProviders.Extractive, StringComparison.OrdinalIgnoreCase);
}
