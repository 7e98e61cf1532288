using Microsoft.Bot.Schema;
using QnA.Core.Answers;

namespace QnA.Bot.Replies;

/// <summary>Chooses the renderer of a channel: the one registered last that supports it, so that a special one wins over the general.</summary>
internal sealed class ReplyRenderers(IEnumerable<IReplyRenderer<Activity>> renderers)
{
    private readonly IReplyRenderer<Activity>[] _renderers = [.. renderers.Reverse()];

    public Activity Render(Answer answer, string? channelId) => _renderers.First(r => r.Supports(channelId)).Render(answer);
}
