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

    private IEnumerable<string> Check(string section, EndpointOptions endpoint)
    {
        if (!endpoint.IsModel)
        {
            return [];
        }

        if (providers.Find(endpoint.Provider) is not { } provider)
        {
            return [$"{section}:Provider is '{endpoint.Provider}'. Use one of: {string.Join(", ", providers.Names)}."];
        }

        var errors = new List<string>();
        if (string.IsNullOrWhiteSpace(endpoint.ModelId))
        {
            errors.Add($"{section}:ModelId is empty. Set the name of the model that {provider.Name} is to run.");
        }

        if (provider.NeedsKey && string.IsNullOrWhiteSpace(endpoint.ApiKey))
        {
            errors.Add($"{section}:ApiKey is empty. Set it as user secret or environment variable {section.Replace(":", "__", StringComparison.Ordinal)}__ApiKey.");
        }

        if (endpoint.ApiKey.AsSpan().ContainsAnyInRange('\0', ' ') || endpoint.ApiKey.AsSpan().ContainsAnyExceptInRange('\0', '~'))
        {
            errors.Add($"{section}:ApiKey has a space or another character that no key has. Copy it again.");
        }

        if (string.IsNullOrWhiteSpace(endpoint.Endpoint))
        {
            if (provider.NeedsEndpoint)
            {
                errors.Add($"{section}:Endpoint is empty. Set the address at which {provider.Name} serves the model, such as {provider.EndpointExample}.");
            }
        }
        else if (!Uri.TryCreate(endpoint.Endpoint, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            errors.Add($"{section}:Endpoint is no absolute http or https address. Use one such as {provider.EndpointExample}.");
        }
        else if (uri.UserInfo.Length > 0)
        {
            errors.Add($"{section}:Endpoint holds a user name or password. Set the key as {section}:ApiKey instead.");
        }
        else if (uri.Scheme == "http" && !uri.IsLoopback && endpoint.ApiKey.Length > 0)
        {
            errors.Add($"{section}:Endpoint would send the key over http, where others can read it. Use https, or leave {section}:ApiKey empty.");
        }

        return errors;
    }
}
