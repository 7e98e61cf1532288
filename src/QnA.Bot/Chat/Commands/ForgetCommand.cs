using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Conversations;
using QnA.Bot.Feedback;

namespace QnA.Bot.Chat.Commands;

/// <summary>Deletes what is remembered of this conversation.</summary>
internal sealed class ForgetCommand(ConversationState conversationState, FeedbackStore feedback, ConversationReferences references) : IChatCommand
{
    public string Name => "forget";

    public string Purpose => "have me forget this conversation";

    public async Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        await conversationState.DeleteAsync(turnContext, cancellationToken);
        await feedback.ForgetTextsAsync(turnContext, cancellationToken);
        await references.ForgetAsync(turnContext, cancellationToken);
        return CommandReply.Markdown("I have forgotten what was said in this conversation. Your client may still show it.");
    }
}
