using System.Text.Json;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Serialization;

namespace QnA.BotFramework.Hosting;

/// <summary>Activities as JSON, by the serializer of the Bot Framework that the bot is built with.</summary>
public static class ActivityJson
{
    /// <summary>Writes an activity, or another object of the protocol.</summary>
    /// <param name="value">The object.</param>
    /// <returns>JSON in UTF-8.</returns>
    public static byte[] Write(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), SchemaJson.Wire);
    }

    /// <summary>Reads an activity.</summary>
    /// <param name="json">JSON in UTF-8.</param>
    /// <returns>The activity; it has a type.</returns>
    /// <exception cref="FormatException">The bytes are no activity; the message says why and may go to the sender.</exception>
    public static Activity Read(byte[] json) => ActivityReader.Read(new(json));
}
