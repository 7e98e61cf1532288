using Microsoft.Extensions.Options;

namespace QnA.Core.Ingestion;

/// <summary>Checks <see cref="LanguageOptions"/>.</summary>
public sealed class LanguageOptionsValidator : IValidateOptions<LanguageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LanguageOptions options)
    {
        foreach (var code in options.Languages)
        {
            if (code is not { Length: 2 or 3 } || !code.All(char.IsAsciiLetter))
            {
                return ValidateOptionsResult.Fail(
                    $"{LanguageOptions.LanguagesSetting} has '{code}'; give ISO 639 codes of two or three letters, such as en or de.");
            }
        }

        return ValidateOptionsResult.Success;
    }
}
