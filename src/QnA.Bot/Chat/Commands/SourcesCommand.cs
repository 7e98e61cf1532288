using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.Bot.Access;
using QnA.Bot.Following;
using QnA.Bot.Replies;
using QnA.Core.Access;
using QnA.Core.Conversations;

namespace QnA.Bot.Chat.Commands;

/// <summary>Says how much there is to answer from.</summary>
internal sealed class SourcesCommand(IVisibleArticles articles, TurnReaders readers, IngestionStatus ingestion) : IChatCommand
{
    public string Name => ChatCommandWord.Sources.Name;

    public string Purpose => ChatCommandWord.Sources.Purpose;

    public async Task<Activity> ExecuteAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var state = ingestion.Current;
        var text = await CollectionDescription.OfAsync(articles, readers.Of(turnContext), MarkdownText.EscapeLine, cancellationToken);
        if (!state.Completed)
        {
            text += " They are still being read.";
        }
        else if (state.Error is not null)
        {
            text += " New and changed articles cannot be taken up at this moment; I keep trying.";
        }
        else if (state.Failures.Count > 0)
        {
            text += string.Create(CultureInfo.InvariantCulture, $" {state.Failures.Count:N0} more could not be read.");
        }

        return CommandReply.Markdown(text);
    }
}
