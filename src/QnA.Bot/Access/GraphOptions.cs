namespace QnA.Bot.Access;

/// <summary>The settings of the section <c>Articles:Access:Graph</c>: where it is asked who belongs to which group.</summary>
public sealed class GraphOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Articles:Access:Graph";

    /// <summary>Gets or sets the address of Microsoft Graph, with its version.</summary>
    /// <value>An https address. The default is <c>https://graph.microsoft.com/v1.0</c>; national clouds have others.</value>
    public string Endpoint { get; set; } = "https://graph.microsoft.com/v1.0";

    /// <summary>Gets or sets where the app's tokens for Graph are issued, without the tenant.</summary>
    /// <value>An https address. The default is <c>https://login.microsoftonline.com</c>.</value>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com";
}
