using System.Text.Json.Nodes;

namespace QnA.Testing.Channels;

/// <summary>A request that the bot made to a channel.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path of the connector's API.</param>
/// <param name="Activity">The activity; an empty object where there was no body.</param>
public sealed record ConnectorRequest(string Method, string Path, JsonNode Activity)
{
    /// <summary>Gets the type of the activity.</summary>
    public string? Type => (string?)Activity["type"];

    /// <summary>Gets the text of the activity; empty where it has none.</summary>
    public string Text => (string?)Activity["text"] ?? "";
}
