using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Access;
using QnA.Core.Conversations;

namespace QnA.Bot.Chat.Commands;

/// <summary>Explains how the last answer came about.</summary>
internal sealed class WhyCommand(ConversationMemories memories, TurnReaders readers, RememberedArticles articles) : IChatCommand
{
    public string Name => ChatCommandWord.Why.Name;

    public string Purpose => ChatCommandWord.Why.Purpose;

    public async Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var memory = await memories.ReadAsync(turnContext, cancellationToken);
        if (memory.LastFor(await readers.VisibilityOfAsync(turnContext, cancellationToken)) is not { } last)
        {
            return CommandReply.Markdown(ConversationWords.NoAnswerYet);
        }

        var current = await articles.FindCurrentAsync(readers.Of(turnContext), last.Articles, cancellationToken);
        return CommandReply.Markdown(last.Articles.All(current.Contains) ? last.Why : ConversationWords.WhyGone);
    }
}
