using Microsoft.Extensions.Options;

namespace QnA.Bot.DirectLine;

/// <summary>Checks what attributes cannot say.</summary>
internal sealed class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>
{
    // As many characters as the signature's hash has bytes (RFC 7518, section 3.2).
    private const int MinSecretLength = 32;

    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        List<string> failures = [];
        if (options.Secret is { Length: > 0 and < MinSecretLength })
        {
            failures.Add($"DirectLine:Secret is too short; it must have at least {MinSecretLength} random characters, or be empty to turn Direct Line off.");
        }

        foreach (var origin in options.AllowedOrigins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.GetLeftPart(UriPartial.Authority) != origin)
            {
                failures.Add($"DirectLine:AllowedOrigins has '{origin}'; an origin is a scheme and a host, such as https://www.example.com, without a path.");
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
