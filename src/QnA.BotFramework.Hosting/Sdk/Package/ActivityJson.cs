using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace QnA.BotFramework.Hosting;

/// <summary>Activities as JSON, by the serializer of the Bot Framework that the bot is built with.</summary>
public static class ActivityJson
{
    /// <summary>Writes an activity, or another object of the protocol.</summary>
    /// <param name="value">The object.</param>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Write(object value) => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(value, Settings()));

    /// <summary>Reads an activity.</summary>
    /// <param name="json">JSON in UTF-8.</param>
    /// <returns>The activity; it has a type.</returns>
    /// <exception cref="FormatException">The bytes are no activity; the message says why and may go to the sender.</exception>
    public static Activity Read(byte[] json)
    {
        try
        {
            var activity = JsonConvert.DeserializeObject<Activity>(Encoding.UTF8.GetString(json), Settings());
            return string.IsNullOrWhiteSpace(activity?.Type) ? throw new FormatException("The activity has no type.") : activity;
        }
        catch (JsonException exception)
        {
            throw new FormatException("The body is not an activity in JSON.", exception);
        }
    }

    private static JsonSerializerSettings Settings() => new() { NullValueHandling = NullValueHandling.Ignore, MaxDepth = 64 };
}
