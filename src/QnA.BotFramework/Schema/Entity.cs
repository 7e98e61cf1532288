using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using QnA.BotFramework.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A piece of metadata about an activity: a mention, a citation, a place.</summary>
/// <remarks>Two entities are equal when their JSON is the same, whatever the order of the properties.</remarks>
[JsonConverter(typeof(EntityConverter))]
public class Entity : IEquatable<Entity>
{
    /// <summary>Initializes an entity without a type.</summary>
    public Entity()
    {
    }

    /// <summary>Initializes an entity.</summary>
    /// <param name="type">The type, such as <c>mention</c> or a schema.org address.</param>
    public Entity(string? type = null) => Type = type;

    /// <summary>Gets or sets the type, such as <c>mention</c> or a schema.org address.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Gets or sets the properties beside the type.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> Properties
    {
        get => field ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        set;
    }

    /// <summary>Reads the entity as another type.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <returns>A new object with the entity's properties.</returns>
    /// <exception cref="JsonException">The entity is of another shape.</exception>
    public T? GetAs<T>() => ToNode().Deserialize<T>(SchemaJson.Lenient);

    /// <summary>Replaces the type and properties by those of an object.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="obj">The object; a dictionary is taken as its entries.</param>
    /// <exception cref="JsonException">The object is no JSON object, or its type is no string.</exception>
    public void SetAs<T>(T obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        var entity = JsonSerializer.SerializeToElement(obj, obj.GetType(), SchemaJson.Wire).Deserialize<Entity>(SchemaJson.Wire);
        Type = entity?.Type;
        Properties = entity?.Properties!;
    }

    /// <inheritdoc/>
    public bool Equals(Entity? other) => other is not null && (ReferenceEquals(this, other) || JsonNode.DeepEquals(ToNode(), other.ToNode()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Entity);

    /// <inheritdoc/>
    public override int GetHashCode() => Type is null ? 0 : StringComparer.Ordinal.GetHashCode(Type);

    private JsonNode? ToNode() => JsonSerializer.SerializeToNode(this, GetType(), SchemaJson.Wire);
}

/// <summary>Someone named in the text of a message.</summary>
public class Mention : Entity
{
    internal const string EntityType = "mention";

    /// <summary>Initializes an empty mention.</summary>
    public Mention()
        : base(EntityType)
    {
    }

    /// <summary>Initializes a mention from its parts.</summary>
    public Mention(ChannelAccount? mentioned = null, string? text = null, string? type = null)
        : base(type ?? EntityType)
    {
        Mentioned = mentioned;
        Text = text;
    }

    /// <summary>Gets or sets the account mentioned.</summary>
    [JsonPropertyName("mentioned")]
    public ChannelAccount? Mentioned { get; set; }

    /// <summary>Gets or sets the words of the message that stand for the mention.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }
}
