using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace QnA.Core.Registration;

/// <summary>Ends the start where the configuration has a setting of an earlier version that nothing reads any more, and says what has become of it.</summary>
internal sealed class FormerSettings(IConfiguration configuration) : IValidateOptions<FormerSettings.Options>
{
    /// <summary>What has become of each setting, by its former name; a section stands for all that was in it.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Now = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
    };

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, Options options)
    {
        var found = Now.Where(former => configuration.GetSection(former.Key).Exists()).Select(former => $"{former.Key} is no setting any more: {former.Value}").ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    /// <summary>Nothing is set here; it is what is checked at start.</summary>
    internal sealed class Options;
}
