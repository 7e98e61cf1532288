using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace QnA.Bot.Sdk;

/// <summary>Activities as JSON, by the serializer of the official Bot Framework.</summary>
internal static class ActivityJson
{
    private static readonly JsonSerializerSettings Settings = new() { NullValueHandling = NullValueHandling.Ignore, MaxDepth = 64 };

    public static byte[] Write(Activity activity) => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(activity, Settings));

    /// <summary>Reads an activity.</summary>
    /// <returns><see langword="null"/> where the bytes are no activity.</returns>
    public static Activity? TryRead(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonConvert.DeserializeObject<Activity>(Encoding.UTF8.GetString(json), Settings);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
