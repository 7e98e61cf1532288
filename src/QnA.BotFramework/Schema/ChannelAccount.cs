using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A person or bot on a channel.</summary>
public class ChannelAccount
{
    /// <summary>Initializes an empty account.</summary>
    public ChannelAccount()
    {
    }

    /// <summary>Initializes an account from its parts.</summary>
    public ChannelAccount(string? id = null, string? name = null, string? role = null, string? aadObjectId = null)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    /// <summary>Gets or sets the account's id on the channel.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Gets or sets the name to show.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Gets or sets the object id in Microsoft Entra ID.</summary>
    [JsonPropertyName("aadObjectId")]
    public string? AadObjectId { get; set; }

    /// <summary>Gets or sets the role; see <see cref="RoleTypes"/>.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; set; }

    /// <summary>Gets or sets the properties that the schema does not know; they are written again. Values read from the wire are <see cref="System.Text.Json.JsonElement"/>.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> Properties
    {
        get => field ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        set;
    }
}

/// <summary>A conversation on a channel.</summary>
public class ConversationAccount
{
    /// <summary>Initializes an empty conversation.</summary>
    public ConversationAccount()
    {
    }

    /// <summary>Initializes a conversation from its parts.</summary>
    public ConversationAccount(
        bool? isGroup = null, string? conversationType = null, string? id = null, string? name = null, string? aadObjectId = null,
        string? role = null, string? tenantId = null)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id!;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    /// <summary>Gets or sets whether there may be more than two members.</summary>
    [JsonPropertyName("isGroup")]
    public bool? IsGroup { get; set; }

    /// <summary>Gets or sets the kind of conversation; in Teams <c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    [JsonPropertyName("conversationType")]
    public string? ConversationType { get; set; }

    /// <summary>Gets or sets the conversation's id on the channel; set on every activity that a bot receives.</summary>
    [JsonPropertyName("id")]
    public string Id { get; set; } = null!;

    /// <summary>Gets or sets the name to show.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Gets or sets the object id in Microsoft Entra ID.</summary>
    [JsonPropertyName("aadObjectId")]
    public string? AadObjectId { get; set; }

    /// <summary>Gets or sets the role; see <see cref="RoleTypes"/>.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; set; }

    /// <summary>Gets or sets the tenant's id.</summary>
    [JsonPropertyName("tenantId")]
    public string? TenantId { get; set; }

    /// <summary>Gets or sets the properties that the schema does not know; they are written again. Values read from the wire are <see cref="System.Text.Json.JsonElement"/>.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?> Properties
    {
        get => field ??= new Dictionary<string, object?>(StringComparer.Ordinal);
        set;
    }
}
