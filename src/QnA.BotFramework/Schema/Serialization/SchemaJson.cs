using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace QnA.BotFramework.Serialization;

/// <summary>How activities are written and read: generated code for the schema, reflection only for types of the bot's own.</summary>
internal static class SchemaJson
{
    /// <summary>Names are case-sensitive on the wire, so that no two readers of one body can disagree.</summary>
    public static JsonSerializerOptions Wire { get; } = Create(caseInsensitive: false);

    /// <summary>For the bot's own types inside activities and state, read leniently as the official SDK does.</summary>
    public static JsonSerializerOptions Lenient { get; } = Create(caseInsensitive: true);

    /// <summary>Reads a loosely typed value (channel data, invoke value) as <typeparamref name="T"/>.</summary>
    public static T? ConvertTo<T>(object? value) => value switch
    {
        null => default,
        T typed => typed,
        JsonElement element => element.Deserialize<T>(Lenient),
        JsonNode node => node.Deserialize<T>(Lenient),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), Wire).Deserialize<T>(Lenient),
    };

    private static JsonSerializerOptions Create(bool caseInsensitive)
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNameCaseInsensitive = caseInsensitive,
            // Bodies are JSON responses, never inlined in HTML; letters stay letters.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(SchemaJsonContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        options.MakeReadOnly();
        return options;
    }
}
