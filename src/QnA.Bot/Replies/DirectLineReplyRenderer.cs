using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using QnA.Core.Answers;

namespace QnA.Bot.Replies;

/// <summary>Writes for pages: Markdown, and the answer as data, so that a page shows citations without reading Markdown.</summary>
internal sealed class DirectLineReplyRenderer(MarkdownReplyRenderer markdown) : IReplyRenderer<Activity>
{
    public bool Supports(string? channelId) => channelId is Channels.Directline or Channels.Webchat;

    public Activity Render(Answer answer)
    {
        var reply = markdown.Render(answer);
        reply.ChannelData = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["qna"] = AnswerData.Of(answer),

            // Web Chat then offers thumbs, as Teams does.
            ["feedbackLoop"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["type"] = "default" },
        };
        return reply;
    }
}
