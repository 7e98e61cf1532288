using Microsoft.Extensions.Options;
using QnA.Core.Retrieval;

namespace QnA.Core.Access;

/// <summary>Checks <see cref="AccessOptions"/>: a rule that is not understood must end the start, not open an article.</summary>
public sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = new List<string>();
        if (options.GroupLifetime < Shortest || options.GroupLifetime > Longest)
        {
            errors.Add($"{AccessOptions.Section}:GroupLifetime must be from 00:00:10 to 1.00:00:00; the default is 00:10:00.");
        }

        var tags = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Rules.Count; i++)
        {
            var (rule, setting) = (options.Rules[i], $"{AccessOptions.Section}:Rules:{i}");
            if (string.IsNullOrWhiteSpace(rule.Tag) || rule.Tag.Trim().Length > FilterText.MaxLength)
            {
                errors.Add($"{setting}:Tag must be a tag of 1 to {FilterText.MaxLength} characters.");
            }
            else if (!tags.Add(FilterText.Fold(rule.Tag)))
            {
                errors.Add($"{setting}:Tag is '{rule.Tag}', which another rule has already; put all who may read into one rule.");
            }

            CheckIds(errors, setting + ":Users", rule.Users, "the object id of a user");
            CheckIds(errors, setting + ":Tenants", rule.Tenants, "the id of a tenant");
            CheckIds(errors, setting + ":Groups", rule.Groups, "the object id of a group");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckIds(List<string> errors, string setting, IList<string> ids, string what)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (Reader.IdOf(ids[i]) is null)
            {
                errors.Add($"{setting}:{i} is '{ids[i]}'; it must be {what} in Microsoft Entra ID, such as 00000000-0000-0000-0000-000000000000.");
            }
        }
    }
}
