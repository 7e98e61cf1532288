using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Access;
using QnA.Core.Conversations;

namespace QnA.Bot.Chat.Commands;

/// <summary>Explains how the last answer came about.</summary>
internal sealed class WhyCommand(ConversationState conversationState, TurnReaders readers) : IChatCommand
{
    private readonly IStatePropertyAccessor<ConversationMemory> _memory =
        conversationState.CreateProperty<ConversationMemory>(nameof(ConversationMemory));

    public string Name => ChatCommandWord.Why.Name;

    public string Purpose => ChatCommandWord.Why.Purpose;

    public async Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var memory = await _memory.GetAsync(turnContext, () => new ConversationMemory(), cancellationToken);
        return CommandReply.Markdown(memory.LastFor(await readers.VisibilityOfAsync(turnContext, cancellationToken))?.Why ?? ConversationWords.NoAnswerYet);
    }
}
