using System.Collections.Concurrent;
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

    // Reading a file takes a moment, checking and parsing it many: that is done once for each content.
    private readonly ConcurrentDictionary<string, LoadedPrompt> _loaded = new(StringComparer.Ordinal);

    /// <summary>Reads the prompt that writes answers.</summary>
    /// <exception cref="PromptException">A file is missing or cannot be used.</exception>
    public Prompt LoadAnswer() => Load("Answer", "passages", "question");

    /// <summary>Reads the prompt that makes questions stand alone.</summary>
    /// <exception cref="PromptException">A file is missing or cannot be used.</exception>
    public Prompt LoadRewrite() => Load("Rewrite", "history", "question");

    /// <summary>Reads the prompt that checks sentences.</summary>
    /// <exception cref="PromptException">A file is missing or cannot be used.</exception>
    public Prompt LoadCheckClaim() => Load("CheckClaim", "quotes", "claim");

    /// <summary>Reads all prompts, to see at start whether they can be used.</summary>
    /// <exception cref="PromptException">A file is missing or cannot be used.</exception>
    public void Validate()
    {
        LoadAnswer();
        LoadRewrite();
        LoadCheckClaim();
    }

    private Prompt Load(string function, params string[] variables)
    {
        var folder = Path.Combine(Locate(options.CurrentValue.Prompts), "QnA", function);
        var (templatePath, configPath) = (Path.Combine(folder, "skprompt.txt"), Path.Combine(folder, "config.json"));
        var (template, json) = (Read(templatePath), Read(configPath));
        if (_loaded.TryGetValue(folder, out var loaded) && loaded.Template == template && loaded.Json == json)
        {
            return loaded.Prompt;
        }

        PromptRules.CheckTemplate(templatePath, template, variables);
        PromptRules.CheckConfig(configPath, json, variables);
        try
        {
            var config = PromptTemplateConfig.FromJson(json);
            config.Template = template;
            var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(template + "\0" + json)))[..VersionLength];
            var prompt = new Prompt(KernelFunctionFactory.CreateFromPrompt(config, Templates), version) { Template = template };
            _loaded[folder] = new LoadedPrompt(template, json, prompt);
            return prompt;
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

    private sealed record LoadedPrompt(string Template, string Json, Prompt Prompt);
}
