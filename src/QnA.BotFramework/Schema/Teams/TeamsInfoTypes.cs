using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A channel of a team.</summary>
public class ChannelInfo
{
    /// <summary>Initializes an empty channel.</summary>
    public ChannelInfo()
    {
    }

    /// <summary>Initializes a channel from its parts.</summary>
    public ChannelInfo(string? id = null, string? name = null, string? type = null)
    {
        Id = id;
        Name = name;
        Type = type;
    }

    /// <summary>Gets or sets the channel's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Gets or sets the channel's name; null for the general channel.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Gets or sets the kind of channel: <c>standard</c>, <c>shared</c> or <c>private</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }
}

/// <summary>A team.</summary>
public class TeamInfo
{
    /// <summary>Initializes an empty team.</summary>
    public TeamInfo()
    {
    }

    /// <summary>Initializes a team from its parts.</summary>
    public TeamInfo(string? id = null, string? name = null, string? aadGroupId = null)
    {
        Id = id;
        Name = name;
        AadGroupId = aadGroupId;
    }

    /// <summary>Gets or sets the team's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Gets or sets the team's name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Gets or sets the id of the team's group in Microsoft Entra ID.</summary>
    [JsonPropertyName("aadGroupId")]
    public string? AadGroupId { get; set; }
}

/// <summary>How people are notified of a message.</summary>
public class NotificationInfo
{
    /// <summary>Initializes an empty notification.</summary>
    public NotificationInfo()
    {
    }

    /// <summary>Initializes a notification from its parts.</summary>
    public NotificationInfo(bool? alert = null)
    {
        Alert = alert;
    }

    /// <summary>Gets or sets whether they are notified.</summary>
    [JsonPropertyName("alert")]
    public bool? Alert { get; set; }

    /// <summary>Gets or sets whether they are notified in the meeting.</summary>
    [JsonPropertyName("alertInMeeting")]
    public bool? AlertInMeeting { get; set; }

    /// <summary>Gets or sets the address that the notification opens in the meeting.</summary>
    [JsonPropertyName("externalResourceUrl")]
    public string? ExternalResourceUrl { get; set; }
}

/// <summary>A tenant.</summary>
public class TenantInfo
{
    /// <summary>Initializes an empty tenant.</summary>
    public TenantInfo()
    {
    }

    /// <summary>Initializes a tenant from its parts.</summary>
    public TenantInfo(string? id = null)
    {
        Id = id;
    }

    /// <summary>Gets or sets the tenant's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>A meeting.</summary>
public class TeamsMeetingInfo
{
    /// <summary>Initializes an empty meeting.</summary>
    public TeamsMeetingInfo()
    {
    }

    /// <summary>Initializes a meeting from its parts.</summary>
    public TeamsMeetingInfo(string? id = null)
    {
        Id = id;
    }

    /// <summary>Gets or sets the meeting's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>Where the bot was installed.</summary>
public class TeamsChannelDataSettings
{
    /// <summary>Initializes an empty set of settings.</summary>
    public TeamsChannelDataSettings()
    {
    }

    /// <summary>Initializes a set of settings from its parts.</summary>
    public TeamsChannelDataSettings(ChannelInfo? selectedChannel = null)
    {
        SelectedChannel = selectedChannel;
    }

    /// <summary>Gets or sets the channel that was chosen at installation.</summary>
    [JsonPropertyName("selectedChannel")]
    public ChannelInfo? SelectedChannel { get; set; }

    /// <summary>Gets or sets the properties that the schema does not know; they are written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> AdditionalProperties
    {
        get => field ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        set;
    }
}

/// <summary>A person for whom a message was sent.</summary>
public class OnBehalfOf
{
    /// <summary>Initializes an empty entry.</summary>
    public OnBehalfOf()
    {
    }

    /// <summary>Initializes an entry from its parts.</summary>
    public OnBehalfOf(int? itemId = null, string? mentionType = null, string? mri = null, string? displayName = null)
    {
        ItemId = itemId;
        MentionType = mentionType;
        Mri = mri;
        DisplayName = displayName;
    }

    /// <summary>Gets or sets the entry's number; 0.</summary>
    [JsonPropertyName("itemid")]
    public int? ItemId { get; set; }

    /// <summary>Gets or sets the kind of mention; <c>person</c>.</summary>
    [JsonPropertyName("mentionType")]
    public string? MentionType { get; set; }

    /// <summary>Gets or sets the person's id in Teams.</summary>
    [JsonPropertyName("mri")]
    public string? Mri { get; set; }

    /// <summary>Gets or sets the person's name.</summary>
    [JsonPropertyName("displayName")]
    public string? DisplayName { get; set; }
}
