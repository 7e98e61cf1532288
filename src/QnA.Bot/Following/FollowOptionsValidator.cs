using Microsoft.Extensions.Options;

namespace QnA.Bot.Following;

/// <summary>Checks what attributes cannot say.</summary>
internal sealed class FollowOptionsValidator : IValidateOptions<FollowOptions>
{
    public ValidateOptionsResult Validate(string? name, FollowOptions options)
    {
        List<string> failures = [];
        if (options.Paths.Any(path => string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal)))
        {
            failures.Add("Articles:Paths has an empty or impossible path; name folders or files, or leave the setting out for 'articles'.");
        }

        if (options.PollInterval < TimeSpan.FromSeconds(1) || options.PollInterval > TimeSpan.FromDays(1))
        {
            failures.Add($"Articles:PollInterval is {options.PollInterval}; it must be from 00:00:01 to 1.00:00:00. The default is 00:00:02.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
