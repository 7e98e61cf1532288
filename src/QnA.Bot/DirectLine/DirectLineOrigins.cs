using Microsoft.Extensions.Options;
using QnA.Bot.Web.Chat;

namespace QnA.Bot.DirectLine;

/// <summary>Knows which sites' pages may talk to the bot.</summary>
internal sealed class DirectLineOrigins(IOptions<DirectLineOptions> options, ChatPage ownPages, IHostEnvironment environment)
{
    /// <summary>The name of the policy for cross-origin requests.</summary>
    public const string Policy = "DirectLine";

    /// <summary>Tells whether a page of another origin may talk to the bot.</summary>
    public bool IsAllowed(string origin) =>
        options.Value.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
        || (environment.IsDevelopment() && Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.IsLoopback);

    /// <summary>Tells whether a request comes from no page, from one of the bot's own or from an allowed one.</summary>
    public bool IsAllowed(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || ownPages.IsOwn(request) || IsAllowed(origin);
    }
}
