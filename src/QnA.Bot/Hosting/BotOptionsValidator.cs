using Microsoft.Extensions.Options;

namespace QnA.Bot.Hosting;

/// <summary>Checks what attributes cannot say.</summary>
internal sealed class BotOptionsValidator : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options) =>
        string.IsNullOrWhiteSpace(options.PublicAddress) || PublicAddress.TryParse(options.PublicAddress, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Bot:PublicAddress is '{options.PublicAddress}'; it must be an absolute http or https address such as https://bot.example.com, or empty.");
}
