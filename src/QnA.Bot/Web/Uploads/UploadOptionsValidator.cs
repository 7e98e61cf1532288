using Microsoft.Extensions.Options;

namespace QnA.Bot.Web.Uploads;

/// <summary>Checks what attributes cannot say.</summary>
internal sealed class UploadOptionsValidator : IValidateOptions<UploadOptions>
{
    public ValidateOptionsResult Validate(string? name, UploadOptions options) =>
        options.Key is { Length: > 0 and < UploadOptions.MinKeyLength }
            ? ValidateOptionsResult.Fail(
                $"Web:Uploads:Key is too short; it must have at least {UploadOptions.MinKeyLength} random characters, or be empty so that nobody adds articles.")
            : ValidateOptionsResult.Success;
}
