using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Access;
using QnA.Core.Conversations;

namespace QnA.Bot.Chat.Commands;

/// <summary>Shows the quotes of the last answer in full.</summary>
internal sealed class QuotesCommand(ConversationState conversationState, TurnReaders readers) : IChatCommand
{
    private readonly IStatePropertyAccessor<ConversationMemory> _memory =
        conversationState.CreateProperty<ConversationMemory>(nameof(ConversationMemory));

    public string Name => ChatCommandWord.Quotes.Name;

    public string Purpose => ChatCommandWord.Quotes.Purpose;

    public async Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var memory = await _memory.GetAsync(turnContext, () => new ConversationMemory(), cancellationToken);
        return CommandReply.Markdown(memory.LastFor(await readers.VisibilityOfAsync(turnContext, cancellationToken)) switch
        {
            null => ConversationWords.NoAnswerYet,
            { Quotes: "" } => ConversationWords.NoQuotes,
            { Quotes: var quotes } => quotes,
        });
    }
}
