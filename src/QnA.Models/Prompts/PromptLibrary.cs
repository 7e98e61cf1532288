using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using QnA.Models.Options;

namespace QnA.Models.Prompts;

/// <summary>Reads prompts from <c>prompts/QnA/&lt;Function&gt;/{skprompt.txt,config.json}</c>; a change is used by the next question.</summary>
/// <remarks>What is put into a prompt is encoded by Semantic Kernel, so that text of articles stays text. Safe for concurrent use.</remarks>
internal sealed class PromptLibrary(IOptionsMonitor<ModelOptions> options)
{
    private const int VersionLength = 12;

    private static readonly KernelPromptTemplateFactory Templates = new();

    /// <summary>Reads the prompt that writes answers.</summary>
    /// <exception cref="PromptException">A file is missing or cannot be used.</exception>
    public Prompt LoadAnswer() => Load("Answer", "passages", "question");

    /// <summary>Reads a prompt.</summary>
    /// <param name="function">The name of its folder.</param>
    /// <param name="variables">The variables that the prompt must use.</param>
    /// <exception cref="PromptException">A file is missing or cannot be used.</exception>
    private Prompt Load(string function, params string[] variables)
    {
        var folder = Path.Combine(Locate(options.CurrentValue.Prompts), "QnA", function);
        var (templatePath, configPath) = (Path.Combine(folder, "skprompt.txt"), Path.Combine(folder, "config.json"));
        var (template, json) = (Read(templatePath), Read(configPath));
        foreach (var variable in variables)
        {
            if (!template.Contains("{{$" + variable + "}}", StringComparison.Ordinal))
            {
                throw new PromptException($"The prompt '{templatePath}' does not use {{{{${variable}}}}}. Put the variable where it belongs.");
            }
        }

        try
        {
            var config = PromptTemplateConfig.FromJson(json);
            config.Template = template;
            var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(template + "\0" + json)))[..VersionLength];
            return new Prompt(KernelFunctionFactory.CreateFromPrompt(config, Templates), version) { Template = template };
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or KernelException)
        {
            throw new PromptException($"The prompt in '{folder}' cannot be used: {exception.Message} Correct skprompt.txt or config.json.", exception);
        }
    }

    private static string Locate(string path) =>
        Directory.Exists(path) || Path.IsPathRooted(path) ? path : Path.Combine(AppContext.BaseDirectory, path);

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PromptException($"The prompt file '{path}' cannot be read. Restore it, or correct the setting Model:Prompts.", exception);
        }
    }
}

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
