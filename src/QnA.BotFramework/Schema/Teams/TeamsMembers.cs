using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A member of a conversation in Teams.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    /// <summary>Gets or sets the given name.</summary>
    [JsonPropertyName("givenName")]
    public string? GivenName { get; set; }

    /// <summary>Gets or sets the family name.</summary>
    [JsonPropertyName("surname")]
    public string? Surname { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    [JsonPropertyName("email")]
    public string? Email { get; set; }

    /// <summary>Gets or sets the name with which the person signs in.</summary>
    [JsonPropertyName("userPrincipalName")]
    public string? UserPrincipalName { get; set; }

    /// <summary>Gets or sets the tenant's id.</summary>
    [JsonPropertyName("tenantId")]
    public string? TenantId { get; set; }

    /// <summary>Gets or sets the person's role in Teams, such as <c>guest</c>.</summary>
    [JsonPropertyName("userRole")]
    public string? UserRole { get; set; }
}

/// <summary>A team, with its size.</summary>
public class TeamDetails
{
    /// <summary>Gets or sets the team's id.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Gets or sets the team's name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Gets or sets the id of the team's group in Microsoft Entra ID.</summary>
    [JsonPropertyName("aadGroupId")]
    public string? AadGroupId { get; set; }

    /// <summary>Gets or sets how many channels the team has.</summary>
    [JsonPropertyName("channelCount")]
    public int ChannelCount { get; set; }

    /// <summary>Gets or sets how many members the team has.</summary>
    [JsonPropertyName("memberCount")]
    public int MemberCount { get; set; }
}

/// <summary>The channels of a team.</summary>
public class ConversationList
{
    /// <summary>Gets or sets the channels.</summary>
    [JsonPropertyName("conversations")]
    public IList<ChannelInfo>? Conversations { get; set; }
}

/// <summary>One page of members.</summary>
public class TeamsPagedMembersResult
{
    /// <summary>Gets or sets the token of the next page; null on the last.</summary>
    [JsonPropertyName("continuationToken")]
    public string? ContinuationToken { get; set; }

    /// <summary>Gets or sets the members of this page.</summary>
    [JsonPropertyName("members")]
    public IList<TeamsChannelAccount>? Members { get; set; }
}
