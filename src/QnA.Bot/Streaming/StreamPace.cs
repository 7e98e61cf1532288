using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Streaming;

/// <summary>How a channel takes an answer that grows.</summary>
/// <param name="Between">The least time between two updates.</param>
/// <param name="Longest">How long after its first update a stream may still be continued.</param>
/// <param name="TypingFirst">
/// Whether the person first sees a plain typing indicator, so that an answer which is ready within <paramref name="Between"/> comes at
/// once and as one message.
/// </param>
internal sealed record StreamPace(TimeSpan Between, TimeSpan Longest, bool TypingFirst)
{
    // A person sees no difference below a tenth of a second, and a model that writes fast would fill the conversation.
    private static readonly StreamPace DirectLine = new(TimeSpan.FromMilliseconds(100), TimeSpan.MaxValue, TypingFirst: false);

    // Teams, "Stream bot messages": one request a second, two minutes in all.
    private static readonly StreamPace Teams = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), TypingFirst: true);

    /// <summary>Gets the pace of the conversation in which an activity came.</summary>
    /// <returns><see langword="null"/> where answers come as one message.</returns>
    public static StreamPace? For(IActivity activity) => activity switch
    {
        Activity { DeliveryMode: DeliveryModes.ExpectReplies } => null,
        { ChannelId: Channels.Directline or Channels.Webchat } => DirectLine,
        { ChannelId: Channels.Msteams, Conversation.ConversationType: "personal" } => Teams,
        _ => null,
    };
}
