using Microsoft.Extensions.Options;

namespace QnA.Search.Detection;

/// <summary>Checks <see cref="LanguageOptions"/>.</summary>
internal sealed class LanguageOptionsValidator : IValidateOptions<LanguageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, LanguageOptions options)
    {
        var wrong = options.Languages.FirstOrDefault(code => code is not { Length: 2 or 3 } || !code.All(char.IsAsciiLetter));
        return wrong is null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{LanguageOptions.LanguagesSetting} has '{wrong}'; give ISO 639 codes of two or three letters, such as en or de.");
    }
}
