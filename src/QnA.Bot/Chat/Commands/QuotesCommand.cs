using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Access;
using QnA.Core.Conversations;

namespace QnA.Bot.Chat.Commands;

/// <summary>Shows the quotes of the last answer in full, as far as their articles still say so.</summary>
internal sealed class QuotesCommand(ConversationMemories memories, TurnReaders readers, RememberedArticles articles) : IChatCommand
{
    public string Name => ChatCommandWord.Quotes.Name;

    public string Purpose => ChatCommandWord.Quotes.Purpose;

    public async Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var memory = await memories.ReadAsync(turnContext, cancellationToken);
        if (memory.LastFor(await readers.VisibilityOfAsync(turnContext, cancellationToken)) is not { } last)
        {
            return CommandReply.Markdown(ConversationWords.NoAnswerYet);
        }

        var current = await articles.FindCurrentAsync(readers.Of(turnContext), last.Quoted.Select(quote => quote.Article), cancellationToken);
        List<string> shown = [.. last.Quoted.Where(quote => current.Contains(quote.Article)).Select(quote => quote.Text)];
        if (last.Quoted.Count == 0)
        {
            shown.Add(ConversationWords.NoQuotes);
        }
        else if (shown.Count < last.Quoted.Count)
        {
            shown.Add(ConversationWords.QuotesGone);
        }

        return CommandReply.Markdown(string.Join("\n\n", shown));
    }
}
