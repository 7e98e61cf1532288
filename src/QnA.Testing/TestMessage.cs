using System.Text.Json.Nodes;

namespace QnA.Testing;

/// <summary>What a person sends to the bot, with everything that a channel may say about it.</summary>
/// <param name="Text">What the person wrote; <see langword="null"/> where the message has no text.</param>
/// <remarks>What a question may carry besides its words is a property here.</remarks>
public sealed record TestMessage(string? Text)
{
    /// <summary>The channel whose replies carry the whole answer as data.</summary>
    public const string DefaultChannel = "directline";

    /// <summary>The id of the person who asks.</summary>
    public const string DefaultPerson = "user";

    /// <summary>Gets the type of the activity.</summary>
    /// <value>The default is <c>message</c>.</value>
    public string Type { get; init; } = "message";

    /// <summary>Gets the id of the activity; a channel that repeats itself sends the same.</summary>
    /// <value>The default is a new one.</value>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Gets what only this channel says, as JSON.</summary>
    public JsonNode? ChannelData { get; init; }

    /// <summary>Gets the value of the activity, as JSON: what a card or a button submits.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>Gets the person's language as a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>Makes the activity.</summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="conversation">The conversation's id.</param>
    /// <param name="person">The id of the person who sends it.</param>
    /// <param name="serviceUrl">Where the channel takes replies.</param>
    /// <param name="expectReplies">Whether replies come in the response instead.</param>
    /// <returns>New JSON, which the caller may change.</returns>
    public JsonObject ToActivity(string channel, string conversation, string person, string serviceUrl, bool expectReplies)
    {
        var activity = new JsonObject
        {
            ["type"] = Type,
            ["id"] = Id,
            ["channelId"] = channel,
            ["serviceUrl"] = serviceUrl,
            ["conversation"] = new JsonObject { ["id"] = conversation },
            ["from"] = new JsonObject { ["id"] = person, ["name"] = "User" },
            ["recipient"] = new JsonObject { ["id"] = "bot", ["name"] = "Bot" },
        };
        Add(activity, "text", Text is null ? null : JsonValue.Create(Text));
        Add(activity, "locale", Locale is null ? null : JsonValue.Create(Locale));
        Add(activity, "channelData", ChannelData?.DeepClone());
        Add(activity, "value", Value?.DeepClone());
        Add(activity, "deliveryMode", expectReplies ? JsonValue.Create("expectReplies") : null);
        return activity;
    }

    private static void Add(JsonObject activity, string name, JsonNode? value)
    {
        if (value is not null)
        {
            activity[name] = value;
        }
    }
}
