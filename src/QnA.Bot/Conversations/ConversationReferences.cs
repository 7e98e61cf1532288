using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace QnA.Bot.Conversations;

/// <summary>Remembers how each conversation can be reached, so that a bot can later write there of its own accord.</summary>
internal sealed class ConversationReferences(IStorage storage)
{
    private readonly ReferenceState _state = new(storage);

    /// <summary>Keeps the reference of a turn's conversation; it is written only when it has changed.</summary>
    public async Task RememberAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;

        // Conversations of this process's own Direct Line end with it, and an answer in the response names no address.
        if (activity.ChannelId == Channels.Directline || activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            return;
        }

        await PropertyOf().SetAsync(turnContext, RememberedConversation.Of(activity), cancellationToken);
        await _state.SaveChangesAsync(turnContext, force: false, cancellationToken);
    }

    /// <summary>Deletes the reference of a turn's conversation; the next turn brings it back.</summary>
    public Task ForgetAsync(ITurnContext turnContext, CancellationToken cancellationToken) => _state.DeleteAsync(turnContext, cancellationToken);

    private IStatePropertyAccessor<RememberedConversation> PropertyOf() => _state.CreateProperty<RememberedConversation>("Reference");

    private sealed class ReferenceState(IStorage storage) : BotState(storage, nameof(ReferenceState))
    {
        protected override string GetStorageKey(ITurnContext turnContext) =>
            $"references/{turnContext.Activity.ChannelId}/{turnContext.Activity.Conversation.Id}";
    }
}
