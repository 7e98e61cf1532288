namespace QnA.Core.Access;

/// <summary>The settings of the section <c>Articles:Access</c>: who may read which articles.</summary>
public sealed class AccessOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Articles:Access";

    /// <summary>Gets the restricted tags with those who may read their articles.</summary>
    /// <value>The default, empty, lets everyone read everything. An article with several restricted tags is for those who have the right to each of them.</value>
    public IList<AccessRule> Rules { get; } = [];

    /// <summary>Gets or sets how long it is remembered who belongs to which group.</summary>
    /// <value>10 seconds to 1 day. The default is 10 minutes: so long somebody who has left a group may still read.</value>
    public TimeSpan GroupLifetime { get; set; } = TimeSpan.FromMinutes(10);
}

/// <summary>Who may read the articles of a tag: everyone who is named in any of the three lists. Empty lists leave only the operator.</summary>
public sealed class AccessRule
{
    /// <summary>Gets or sets the tag, in capitals or not.</summary>
    /// <value>1 to 256 characters; one rule for each tag.</value>
    public string Tag { get; set; } = "";

    /// <summary>Gets the object ids of users of Microsoft Entra ID.</summary>
    public IList<string> Users { get; } = [];

    /// <summary>Gets the ids of tenants of Microsoft Entra ID, all of whose users may read.</summary>
    public IList<string> Tenants { get; } = [];

    /// <summary>Gets the object ids of groups of Microsoft Entra ID; who belongs to them is asked of Microsoft Graph.</summary>
    public IList<string> Groups { get; } = [];
}
