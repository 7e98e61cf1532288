using System.Text.Json;
using System.Text.RegularExpressions;

namespace QnA.Models.Prompts;

/// <summary>What the files of a prompt must hold, beyond what Semantic Kernel insists on; an error names the file and the fix.</summary>
internal static partial class PromptRules
{
    private static readonly string[] Properties =
        ["schema", "name", "description", "template_format", "input_variables", "output_variable", "execution_settings"];

    private static readonly string[] VariableProperties = ["name", "description", "default", "is_required", "json_schema"];

    // The settings that Semantic Kernel hands on to more than one kind of server.
    private static readonly Dictionary<string, JsonValueKind> Settings = new(StringComparer.Ordinal)
    {
        ["temperature"] = JsonValueKind.Number,
        ["top_p"] = JsonValueKind.Number,
        ["top_k"] = JsonValueKind.Number,
        ["frequency_penalty"] = JsonValueKind.Number,
        ["presence_penalty"] = JsonValueKind.Number,
        ["seed"] = JsonValueKind.Number,
        ["stop_sequences"] = JsonValueKind.Array,
        ["reasoning_effort"] = JsonValueKind.String,
    };

    /// <summary>Checks that a template uses all variables that it is given, and no others.</summary>
    /// <exception cref="PromptException">It does not.</exception>
    public static void CheckTemplate(string path, string template, string[] variables)
    {
        foreach (var variable in variables)
        {
            if (!template.Contains("{{$" + variable + "}}", StringComparison.Ordinal))
            {
                throw new PromptException($"The prompt '{path}' does not use {{{{${variable}}}}}. Put the variable where it belongs.");
            }
        }

        foreach (Match block in Block().Matches(template))
        {
            if (!variables.Any(variable => block.Value == "{{$" + variable + "}}"))
            {
                throw new PromptException(
                    $"The prompt '{path}' uses {block.Value}, which it is not given. Use only {string.Join(" and ", variables.Select(v => "{{$" + v + "}}"))}.");
            }
        }
    }

    /// <summary>Checks that a configuration has only what is read, so that no setting is written in vain.</summary>
    /// <exception cref="PromptException">It has something else, or is no JSON.</exception>
    public static void CheckConfig(string path, string json, string[] variables)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new PromptException($"The file '{path}' is no JSON: {exception.Message}", exception);
        }

        using (document)
        {
            CheckProperties(path, document.RootElement, "", Properties);
            if (document.RootElement.TryGetProperty("template_format", out var format) && !(format.ValueKind == JsonValueKind.String && format.ValueEquals("semantic-kernel")))
            {
                throw new PromptException($"The file '{path}' has another 'template_format' than \"semantic-kernel\", the only one that is read.");
            }

            CheckVariables(path, document.RootElement, variables);
            CheckSettings(path, document.RootElement);
        }
    }

    private static void CheckVariables(string path, JsonElement config, string[] variables)
    {
        if (!config.TryGetProperty("input_variables", out var list))
        {
            return;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new PromptException($"The 'input_variables' of '{path}' are no list.");
        }

        foreach (var variable in list.EnumerateArray())
        {
            CheckProperties(path, variable, "input_variables: ", VariableProperties);
            if (!variable.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String || !variables.Contains(name.GetString(), StringComparer.Ordinal))
            {
                throw new PromptException($"The 'input_variables' of '{path}' may only be named {string.Join(" and ", variables)}.");
            }
        }
    }

    private static void CheckSettings(string path, JsonElement config)
    {
        if (!config.TryGetProperty("execution_settings", out var services))
        {
            return;
        }

        CheckProperties(path, services, "execution_settings: ", ["default"]);
        if (!services.TryGetProperty("default", out var settings))
        {
            return;
        }

        if (settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty("max_tokens", out _))
        {
            throw new PromptException($"The file '{path}' sets 'max_tokens'. Remove it and set Model:MaxOutputTokens instead.");
        }

        CheckProperties(path, settings, "execution_settings: default: ", [.. Settings.Keys]);
        foreach (var setting in settings.EnumerateObject())
        {
            if (setting.Value.ValueKind != Settings[setting.Name])
            {
                throw new PromptException($"The setting '{setting.Name}' of '{path}' must be {Describe(Settings[setting.Name])}.");
            }
        }
    }

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list of strings",
        _ => "a string",
    };

    private static void CheckProperties(string path, JsonElement element, string where, string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new PromptException($"The file '{path}' has no JSON object where one belongs ({(where.Length == 0 ? "at the top" : where.TrimEnd(':', ' '))}).");
        }

        foreach (var property in element.EnumerateObject())
        {
            if (property.Name == "allow_dangerously_set_content")
            {
                throw new PromptException($"The file '{path}' sets 'allow_dangerously_set_content'. Remove it: text of articles would become instructions.");
            }

            if (!known.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new PromptException($"The file '{path}' has an unknown setting, '{where}{property.Name}'. Use {string.Join(", ", known)}, or remove it.");
            }
        }
    }

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
