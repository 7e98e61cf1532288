using QnA.Core.Answers;

namespace QnA.Bot.Replies;

/// <summary>Turns answers into what a channel shows.</summary>
/// <typeparam name="TReply">What is sent.</typeparam>
/// <remarks>
/// Article text, titles and addresses are data to every renderer: escaped, never interpreted. Implementations are safe for
/// concurrent use.
/// </remarks>
public interface IReplyRenderer<out TReply>
{
    /// <summary>Tells whether this renderer writes for a channel.</summary>
    /// <param name="channelId">The channel's id, such as <c>emulator</c> or <c>msteams</c>.</param>
    bool Supports(string? channelId);

    /// <summary>Renders an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>A new reply.</returns>
    TReply Render(Answer answer);
}
