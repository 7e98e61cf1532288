using Microsoft.Extensions.Options;
using QnA.Core.Access;

namespace QnA.Bot.Access;

/// <summary>Checks <see cref="GraphOptions"/>, and that groups can be asked for where a rule names one.</summary>
internal sealed class GraphOptionsValidator(IConfiguration configuration, IOptionsMonitor<AccessOptions> access) : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        var errors = new List<string>();
        if (!IsAddress(options.Endpoint))
        {
            errors.Add($"{GraphOptions.Section}:Endpoint is '{options.Endpoint}'; it must be an https address such as https://graph.microsoft.com/v1.0.");
        }

        if (!IsAddress(options.LoginUrl))
        {
            errors.Add($"{GraphOptions.Section}:LoginUrl is '{options.LoginUrl}'; it must be an https address such as https://login.microsoftonline.com.");
        }

        if (access.CurrentValue.Rules.Any(rule => rule.Groups.Count > 0))
        {
            errors.AddRange(GraphGroups.NeededSettings.Where(setting => string.IsNullOrWhiteSpace(configuration[setting])).Select(setting =>
                $"{setting} is missing: {AccessOptions.Section}:Rules names groups, and Microsoft Graph is asked with the app's credentials. Set it, or name users or tenants instead."));
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
