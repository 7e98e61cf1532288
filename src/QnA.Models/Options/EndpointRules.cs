using QnA.Models.Providers;

namespace QnA.Models.Options;

/// <summary>What the settings of every served model must be; a message names the setting and the fix, never a key.</summary>
internal static class EndpointRules
{
    /// <summary>Checks settings.</summary>
    /// <param name="section">The name of the section.</param>
    /// <param name="endpoint">The settings.</param>
    /// <param name="provider">The provider that they name; <see langword="null"/> where there is none of that name.</param>
    /// <param name="names">The names that a provider may have.</param>
    public static IEnumerable<string> Check(string section, EndpointOptions endpoint, IModelProvider? provider, IEnumerable<string> names)
    {
        if (provider is null)
        {
            return [$"{section}:Provider is '{endpoint.Provider}'. Use one of: {string.Join(", ", names)}."];
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
