using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder;

namespace QnA.BotFramework.State;

/// <summary>How stored objects are turned into JSON and back: plain properties, no type names, the eTag kept apart.</summary>
internal static class StoredJson
{
    private const string ETagName = "eTag";

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Gets the JSON object to store, without its eTag.</summary>
    public static JsonObject Write(string key, object value)
    {
        var json = JsonSerializer.SerializeToNode(value, value.GetType(), Options) as JsonObject
            ?? throw new ArgumentException($"The value of '{key}' is a {value.GetType().Name}, which is no JSON object: store a class or a dictionary.", nameof(value));
        json.Remove(ETagName);
        json.Remove(nameof(IStoreItem.ETag));
        return json;
    }

    /// <summary>Gets the eTag with which the writer read the object; null when it does not care.</summary>
    public static string? ETagOf(object value)
    {
        var eTag = value switch
        {
            IStoreItem item => item.ETag,
            IDictionary<string, object?> entries => entries.TryGetValue(ETagName, out var entry) ? entry?.ToString() : null,
            _ => null,
        };
        return eTag is null or "*" ? null : eTag;
    }

    /// <summary>Tells a written object its new eTag, so that it can be written again.</summary>
    public static void SetETag(object value, string eTag)
    {
        switch (value)
        {
            case IStoreItem item:
                item.ETag = eTag;
                break;
            case IDictionary<string, object?> { IsReadOnly: false } entries when entries.ContainsKey(ETagName):
                entries[ETagName] = eTag;
                break;
        }
    }

    /// <summary>Gives a stored object as plain dictionaries, lists, strings, numbers and booleans, with its eTag as an entry; nulls are left out.</summary>
    public static Dictionary<string, object> Read(JsonElement json, string eTag)
    {
        var entries = Read(json);
        entries[ETagName] = eTag;
        return entries;
    }

    /// <summary>Gives a stored object as plain dictionaries, lists, strings, numbers and booleans, without its eTag.</summary>
    public static Dictionary<string, object> Read(JsonElement json) => (Dictionary<string, object>)Plain(json)!;

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(p => p.Name, p => Plain(p.Value)!, StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
