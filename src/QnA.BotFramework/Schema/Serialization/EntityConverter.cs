using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Schema;

namespace QnA.BotFramework.Serialization;

/// <summary>Writes an entity with everything its own class adds; reads type and properties.</summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    public override Entity? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("An entity must be a JSON object.");
        }

        var entity = new Entity();
        foreach (var property in element.EnumerateObject())
        {
            if (!property.NameEquals("type"u8))
            {
                entity.Properties[property.Name] = property.Value;
            }
            else if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null)
            {
                entity.Type = property.Value.GetString();
            }
            else
            {
                throw new JsonException("An entity's type must be a string.");
            }
        }

        return entity;
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Entity))
        {
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            return;
        }

        writer.WriteStartObject();
        if (value.Type is not null)
        {
            writer.WriteString("type"u8, value.Type);
        }

        foreach (var (name, property) in value.Properties)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, property, property?.GetType() ?? typeof(object), options);
        }

        writer.WriteEndObject();
    }
}
