using Microsoft.Bot.Builder;

namespace QnA.Bot.Feedback;

/// <summary>The feedback of a conversation: one property for each answer and person, so that two people's never conflict.</summary>
internal sealed class FeedbackState(IStorage storage) : BotState(storage, nameof(FeedbackState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"feedback/{turnContext.Activity.ChannelId}/{turnContext.Activity.Conversation.Id}";
}
