using Microsoft.Extensions.Options;
using QnA.Models.Options;
using QnA.Models.Providers;

namespace QnA.Models.Embeddings;

/// <summary>Checks what the settings of the embedding model must be together; a message names the setting and the fix, never a key.</summary>
internal sealed class EmbeddingOptionsValidator(ModelProviders providers) : IValidateOptions<EmbeddingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EmbeddingOptions options)
    {
        if (!options.IsEnabled)
        {
            return ValidateOptionsResult.Success;
        }

        var names = providers.EmbeddingNames.Append(EmbeddingOptions.None);
        var errors = EndpointRules.Check(EmbeddingOptions.Section, options, providers.FindEmbeddings(options.Provider), names).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
