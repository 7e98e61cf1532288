using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Access;

namespace QnA.Bot.Chat.Commands;

/// <summary>Explains how the last answer came about.</summary>
internal sealed class WhyCommand(ConversationState conversationState, TurnReaders readers) : IChatCommand
{
    private readonly IStatePropertyAccessor<ConversationMemory> _memory =
        conversationState.CreateProperty<ConversationMemory>(nameof(ConversationMemory));

    public string Name => "why";

    public string Purpose => "learn how the last answer came about";

    public async Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var memory = await _memory.GetAsync(turnContext, () => new ConversationMemory(), cancellationToken);
        return CommandReply.Markdown(memory.LastFor(await readers.VisibilityOfAsync(turnContext, cancellationToken))?.Why ?? "There is no answer yet. Ask me something first.");
    }
}
