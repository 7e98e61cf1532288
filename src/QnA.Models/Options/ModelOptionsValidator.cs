using System.Globalization;
using Microsoft.Extensions.Options;
using QnA.Models.Providers;

namespace QnA.Models.Options;

/// <summary>Checks what the settings of one model must be together; a message names the setting and the fix, never a key.</summary>
internal sealed class ModelOptionsValidator(ModelProviders providers) : IValidateOptions<ModelOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var errors = Check(ModelOptions.Section, options).ToList();
        for (var i = 0; i < options.Fallback.Count; i++)
        {
            errors.AddRange(Check(string.Create(CultureInfo.InvariantCulture, $"{ModelOptions.Section}:Fallback:{i}"), options.Fallback[i]));
        }

        if (options.Timeout < options.FirstTokenTimeout)
        {
            errors.Add("Model:Timeout is shorter than Model:FirstTokenTimeout. Make it at least as long.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Check(string section, EndpointOptions endpoint) =>
        endpoint.IsModel ? EndpointRules.Check(section, endpoint, providers.Find(endpoint.Provider), providers.Names) : [];
}
