using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card, picture or file that goes with a message.</summary>
public class Attachment
{
    /// <summary>Initializes an empty attachment.</summary>
    public Attachment()
    {
    }

    /// <summary>Initializes an attachment from its parts.</summary>
    public Attachment(
        string? contentType = null, string? contentUrl = null, object? content = null, string? name = null,
        string? thumbnailUrl = null)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    /// <summary>Gets or sets the media type of the content.</summary>
    [JsonPropertyName("contentType")]
    public string? ContentType { get; set; }

    /// <summary>Gets or sets where the content is; null when it is in <see cref="Content"/>.</summary>
    [JsonPropertyName("contentUrl")]
    public string? ContentUrl { get; set; }

    /// <summary>Gets or sets the content itself, such as a card.</summary>
    [JsonPropertyName("content")]
    public object? Content { get; set; }

    /// <summary>Gets or sets the name to show.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Gets or sets the address of a small picture of the content.</summary>
    [JsonPropertyName("thumbnailUrl")]
    public string? ThumbnailUrl { get; set; }

    /// <summary>Gets or sets the properties that the schema does not know; they are written again. Values read from the wire are <see cref="System.Text.Json.JsonElement"/>.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> Properties
    {
        get => field ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        set;
    }
}
