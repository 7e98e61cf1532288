using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using QnA.Core.Access;

namespace QnA.Bot.Access;

/// <summary>Finds out who asks in a turn, by what is proved and not by what is said.</summary>
/// <remarks>
/// Teams is believed what it says of a person, when its token was checked, and only where the person is alone with the bot: in a group
/// everyone reads the answer. A client of Direct Line is believed what the site's server had written into its token. Everyone else is
/// anonymous. Safe for concurrent use.
/// </remarks>
internal sealed class TurnReaders(IArticleAccess access, IConfiguration configuration)
{
    // RFC 7519, section 4.1.1; the SDK has no name for it.
    private const string IssuerClaim = "iss";

    private const string Personal = "personal";
    private const string GovernmentIssuer = "https://api.botframework.us";

    private readonly string[] _issuers = configuration["ToBotFromChannelTokenIssuer"] is { Length: > 0 } own
        ? [own]
        : [AuthenticationConstants.ToBotFromChannelTokenIssuer, GovernmentIssuer];

    /// <summary>Gets who asks.</summary>
    public Reader Of(ITurnContext turnContext)
    {
        if (turnContext.TurnState.Get<Reader>() is { } proved)
        {
            return proved;
        }

        var activity = turnContext.Activity;
        return activity.ChannelId == Channels.Msteams && IsOfChannel(turnContext) && IsAlone(activity.Conversation)
            ? Reader.Of(activity.From?.AadObjectId, activity.Conversation.TenantId)
            : Reader.Anonymous;
    }

    /// <summary>Finds out what the person who asks may see at this moment.</summary>
    public ValueTask<ArticleVisibility> VisibilityOfAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        access.OfAsync(Of(turnContext), cancellationToken);

    // The Emulator's tokens are as good as a channel's for talking to the bot, but whoever has one can write any name into an activity.
    private bool IsOfChannel(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) is ClaimsIdentity { IsAuthenticated: true } identity
        && identity.AuthenticationType != AuthenticationConstants.AnonymousAuthType
        && _issuers.Contains(identity.FindFirst(IssuerClaim)?.Value, StringComparer.Ordinal);

    private static bool IsAlone(ConversationAccount? conversation) => conversation is { ConversationType: Personal } && conversation.IsGroup != true;
}
