using Microsoft.SemanticKernel;

namespace QnA.Models.Prompts;

/// <summary>A prompt that can be sent.</summary>
/// <param name="Function">Renders and sends it.</param>
/// <param name="Version">The first digits of the SHA-256 of its files.</param>
internal sealed record Prompt(KernelFunction Function, string Version)
{
    /// <summary>Gets the text of <c>skprompt.txt</c>.</summary>
    public required string Template { get; init; }

    /// <summary>Gets the settings of the prompt's <c>config.json</c> with a limit on what the model writes.</summary>
    /// <param name="maxOutputTokens">The limit.</param>
    public PromptExecutionSettings SettingsWith(int maxOutputTokens)
    {
        var own = Function.ExecutionSettings?.GetValueOrDefault(PromptExecutionSettings.DefaultServiceId)?.ExtensionData ?? new Dictionary<string, object>();
        return new PromptExecutionSettings { ExtensionData = new Dictionary<string, object>(own) { ["max_tokens"] = maxOutputTokens } };
    }
}
