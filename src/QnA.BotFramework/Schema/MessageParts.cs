using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A reaction to a message.</summary>
public class MessageReaction
{
    /// <summary>Initializes an empty reaction.</summary>
    public MessageReaction()
    {
    }

    /// <summary>Initializes a reaction from its parts.</summary>
    public MessageReaction(string? type = null)
    {
        Type = type;
    }

    /// <summary>Gets or sets the kind of reaction; see <see cref="MessageReactionTypes"/>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }
}

/// <summary>A part of a message's text.</summary>
public class TextHighlight
{
    /// <summary>Initializes an empty highlight.</summary>
    public TextHighlight()
    {
    }

    /// <summary>Initializes a highlight from its parts.</summary>
    public TextHighlight(string? text = null, int? occurrence = null)
    {
        Text = text;
        Occurrence = occurrence;
    }

    /// <summary>Gets or sets the words.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Gets or sets which occurrence of the words is meant, from 1.</summary>
    [JsonPropertyName("occurrence")]
    public int? Occurrence { get; set; }
}

/// <summary>A programmatic action that goes with an activity.</summary>
public class SemanticAction
{
    /// <summary>Initializes an empty action.</summary>
    public SemanticAction()
    {
    }

    /// <summary>Initializes an action from its parts.</summary>
    public SemanticAction(string? id = null, IDictionary<string, Entity>? entities = null)
    {
        Id = id;
        Entities = entities;
    }

    /// <summary>Gets or sets the action's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Gets or sets the action's arguments by name.</summary>
    [JsonPropertyName("entities")]
    public IDictionary<string, Entity>? Entities { get; set; }

    /// <summary>Gets or sets where the action stands: <c>start</c>, <c>continue</c> or <c>done</c>.</summary>
    [JsonPropertyName("state")]
    public string? State { get; set; }
}
