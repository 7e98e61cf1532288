using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Core.Answers;

namespace QnA.Bot.Replies;

/// <summary>Writes for every channel that shows Markdown: the Emulator, Web Chat, Direct Line.</summary>
internal sealed class MarkdownReplyRenderer(MarkdownAnswer markdown) : IReplyRenderer<Activity>
{
    public bool Supports(string? channelId) => true;

    public Activity Render(Answer answer)
    {
        var reply = MessageFactory.Text(markdown.Write(answer));
        reply.TextFormat = TextFormatTypes.Markdown;
        return reply;
    }
}
