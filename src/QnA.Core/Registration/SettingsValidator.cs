using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace QnA.Core.Registration;

/// <summary>Checks settings by the attributes of their options, those of options within options too; a message has the setting's full name.</summary>
internal sealed class SettingsValidator<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var errors = Check(section, options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Check(string section, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
        {
            var setting = $"{section}:{property.Name}";
            var value = property.GetValue(options);
            foreach (var attribute in property.GetCustomAttributes<ValidationAttribute>().Where(attribute => !attribute.IsValid(value)))
            {
                yield return Message(setting, value, attribute);
            }

            foreach (var (name, inner) in InnerOptions(setting, value))
            {
                foreach (var error in Check(name, inner))
                {
                    yield return error;
                }
            }
        }
    }

    private static IEnumerable<(string Name, object Options)> InnerOptions(string setting, object? value) => value switch
    {
        null or string => [],
        IEnumerable list => list.Cast<object?>().Select((item, i) => (string.Create(CultureInfo.InvariantCulture, $"{setting}:{i}"), item)).Where(i => IsOptions(i.item)).Select(i => (i.Item1, i.item!)),
        _ => IsOptions(value) ? [(setting, value)] : [],
    };

    private static bool IsOptions(object? value) => value?.GetType().Name.EndsWith("Options", StringComparison.Ordinal) == true;

    private static string Message(string setting, object? value, ValidationAttribute attribute) => attribute switch
    {
        { ErrorMessage: not null } => attribute.FormatErrorMessage(setting),
        RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"{setting} is {value}; it must be from {range.Minimum} to {range.Maximum}."),
        RequiredAttribute => $"{setting} is empty. Give it a value, or leave the setting out for its default.",
        _ => attribute.FormatErrorMessage(setting),
    };
}
