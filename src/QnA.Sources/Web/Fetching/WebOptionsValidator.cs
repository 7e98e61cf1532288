using System.Net;
using Microsoft.Extensions.Options;

namespace QnA.Sources.Web.Fetching;

/// <summary>Checks what attributes cannot say.</summary>
internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        string[] wrong = [.. options.AllowedNetworks.Where(network => !IPNetwork.TryParse(network, out _))];
        return wrong.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(wrong.Select(network =>
                $"{WebOptions.AllowedNetworksSetting} has '{network}', which is no network; write one as 10.1.0.0/16, with no bit set after the prefix."));
    }
}
