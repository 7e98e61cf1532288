using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>What a channel answers when an activity was sent.</summary>
public class ResourceResponse
{
    /// <summary>Initializes an empty answer.</summary>
    public ResourceResponse()
    {
    }

    /// <summary>Initializes an answer from its parts.</summary>
    public ResourceResponse(string? id = null)
    {
        Id = id;
    }

    /// <summary>Gets or sets the id that the channel gave the activity.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>The replies to an activity with delivery mode <see cref="DeliveryModes.ExpectReplies"/>.</summary>
public class ExpectedReplies
{
    /// <summary>Initializes an empty list of replies.</summary>
    public ExpectedReplies()
    {
    }

    /// <summary>Initializes a list of replies from its parts.</summary>
    public ExpectedReplies(IList<Activity>? activities = null)
    {
        Activities = activities;
    }

    /// <summary>Gets or sets the replies in their order.</summary>
    [JsonPropertyName("activities")]
    public IList<Activity>? Activities { get; set; }
}
