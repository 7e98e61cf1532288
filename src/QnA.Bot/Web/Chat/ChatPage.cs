using Microsoft.Extensions.Options;
using QnA.Bot.Hosting;

namespace QnA.Bot.Web.Chat;

/// <summary>Knows whether there is a chat page and which requests come from the bot's own pages.</summary>
internal sealed class ChatPage(IOptions<ChatPageOptions> options, IHostEnvironment environment, PublicAddress publicAddress)
{
    public bool IsOn { get; } = options.Value.Enabled ?? environment.IsDevelopment();

    /// <summary>Tells whether a request comes from one of the bot's own pages, or from no page at all.</summary>
    /// <remarks>Browsers send <c>Origin</c> with everything that can change something (WHATWG Fetch, section 3.2).</remarks>
    public bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            ? request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            : origin == $"{request.Scheme}://{request.Host}" || origin == publicAddress.Of(request).GetLeftPart(UriPartial.Authority);
    }
}
