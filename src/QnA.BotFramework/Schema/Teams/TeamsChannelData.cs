using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams adds to an activity.</summary>
public class TeamsChannelData
{
    /// <summary>Initializes empty data.</summary>
    public TeamsChannelData()
    {
    }

    /// <summary>Initializes data from their parts.</summary>
    public TeamsChannelData(
        ChannelInfo? channel = null, string? eventType = null, TeamInfo? team = null, NotificationInfo? notification = null,
        TenantInfo? tenant = null)
        : this(channel, eventType, team, notification, tenant, onBehalfOf: null)
    {
    }

    /// <summary>Initializes data from their parts.</summary>
    public TeamsChannelData(
        ChannelInfo? channel = null, string? eventType = null, TeamInfo? team = null, NotificationInfo? notification = null,
        TenantInfo? tenant = null, IList<OnBehalfOf>? onBehalfOf = null)
    {
        Channel = channel;
        EventType = eventType;
        Team = team;
        Notification = notification;
        Tenant = tenant;
        OnBehalfOf = onBehalfOf;
    }

    /// <summary>Gets or sets the channel in which the activity happened.</summary>
    [JsonPropertyName("channel")]
    public ChannelInfo? Channel { get; set; }

    /// <summary>Gets or sets what happened, for updates.</summary>
    [JsonPropertyName("eventType")]
    public string? EventType { get; set; }

    /// <summary>Gets or sets the team in which the activity happened.</summary>
    [JsonPropertyName("team")]
    public TeamInfo? Team { get; set; }

    /// <summary>Gets or sets how people are notified.</summary>
    [JsonPropertyName("notification")]
    public NotificationInfo? Notification { get; set; }

    /// <summary>Gets or sets the tenant.</summary>
    [JsonPropertyName("tenant")]
    public TenantInfo? Tenant { get; set; }

    /// <summary>Gets or sets the meeting in which the activity happened.</summary>
    [JsonPropertyName("meeting")]
    public TeamsMeetingInfo? Meeting { get; set; }

    /// <summary>Gets or sets where the bot was installed.</summary>
    [JsonPropertyName("settings")]
    public TeamsChannelDataSettings? Settings { get; set; }

    /// <summary>Gets for whom a message was sent.</summary>
    [JsonPropertyName("onBehalfOf")]
    [JsonInclude]
    public IList<OnBehalfOf>? OnBehalfOf { get; internal set; }

    /// <summary>Gets or sets the properties that the schema does not know; they are written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> AdditionalProperties
    {
        get => field ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        set;
    }
}
