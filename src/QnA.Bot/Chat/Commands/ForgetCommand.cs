using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Feedback;
using QnA.Core.Conversations;

namespace QnA.Bot.Chat.Commands;

/// <summary>Deletes what is remembered of this conversation.</summary>
internal sealed class ForgetCommand(ConversationState conversationState, FeedbackStore feedback) : IChatCommand
{
    public string Name => ChatCommandWord.Forget.Name;

    public string Purpose => ChatCommandWord.Forget.Purpose;

    public async Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        await conversationState.DeleteAsync(turnContext, cancellationToken);
        await feedback.ForgetTextsAsync(turnContext, cancellationToken);
        return CommandReply.Markdown($"{ConversationWords.Forgotten} Your client may still show it.");
    }
}
