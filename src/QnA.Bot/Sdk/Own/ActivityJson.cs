using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Sdk;

/// <summary>Activities as JSON, by the serializer of this repository's Bot Framework.</summary>
internal static class ActivityJson
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 64 };

    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Options);

    /// <summary>Reads an activity.</summary>
    /// <returns><see langword="null"/> where the bytes are no activity.</returns>
    public static Activity? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Activity>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
