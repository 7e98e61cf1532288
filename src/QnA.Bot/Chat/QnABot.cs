using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using QnA.Bot.Access;
using QnA.Bot.Chat.Commands;
using QnA.Bot.Feedback;
using QnA.Bot.Following;
using QnA.Bot.Hosting;
using QnA.Bot.Replies;
using QnA.Bot.Streaming;
using QnA.Core.Answers;
using QnA.Core.Conversations;
using QnA.Core.Feedback;
using QnA.Core.Questions;
using QnA.Core.Retrieval;

namespace QnA.Bot.Chat;

/// <summary>The bot: takes a question from a conversation, asks the pipeline and sends the rendered answer.</summary>
internal sealed class QnABot(
    AnswerDelivery delivery,
    MarkdownAnswer markdown,
    ChatCommands commands,
    ConversationState conversationState,
    ConversationMemories memories,
    FeedbackInvoke feedbackInvoke,
    FeedbackStore feedbackStore,
    FirstArticles firstArticles,
    TurnReaders readers,
    RememberedArticles articles,
    IOptionsMonitor<BotOptions> options) : ActivityHandler
{
    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await base.OnTurnAsync(turnContext, cancellationToken);
        await conversationState.SaveChangesAsync(turnContext, force: false, cancellationToken);
        await feedbackStore.SaveAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var text = turnContext.Activity.RemoveRecipientMention()?.Trim() ?? "";
        if (commands.Find(text) is { } command)
        {
            await turnContext.SendActivityAsync(await command.ExecuteAsync(turnContext, cancellationToken), cancellationToken);
            return;
        }

        var read = FilteredText.Read(text);
        if (read.Error is { } error)
        {
            await turnContext.SendActivityAsync(CommandReply.Markdown(MarkdownText.Escape(error)), cancellationToken);
            return;
        }

        var memory = await memories.ReadAsync(turnContext, cancellationToken);
        var (answer, activityIds) = await delivery.AnswerAsync(
            turnContext,
            async () =>
            {
                await firstArticles.WaitAsync(cancellationToken);
                var reader = readers.Of(turnContext);
                var current = await articles.FindCurrentAsync(reader, memory.Exchanges.SelectMany(exchange => exchange.Articles), cancellationToken);
                return new Question(read.Text)
                {
                    History = memory.ToHistory(await readers.VisibilityOfAsync(turnContext, cancellationToken), current),
                    Filter = read.Filter,
                    Reader = reader,
                };
            },
            cancellationToken);
        memory.Last = new RememberedAnswer
        {
            Quoted = [.. answer.Citations.Select(c => new RememberedQuote { Text = markdown.WriteQuote(c), Article = RememberedArticle.Of(c.Quote) })],
            Why = AnswerExplanation.Of(answer, MarkdownText.EscapeLine),
            Articles = [.. AnswerExplanation.PassagesOf(answer).Select(passage => RememberedArticle.Of(passage.Article)).Distinct()],
            Tags = [.. answer.TagsLookedAt],
        };
        memory.Add(ReplyOf(text, answer, activityIds));
        if (answer.Status is AnswerStatus.Answered or AnswerStatus.Conflict)
        {
            memory.Add(read.Text, answer, options.CurrentValue.MaxHistory);
        }

        await memories.KeepAsync(turnContext, memory, cancellationToken);
    }

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Name == FeedbackInvoke.Name
            ? await feedbackInvoke.HandleAsync(turnContext, cancellationToken)
            : await base.OnInvokeActivityAsync(turnContext, cancellationToken);

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        await turnContext.SendActivityAsync(ChatCommands.Welcome(), cancellationToken);

    private static RememberedReply ReplyOf(string question, Answer answer, IReadOnlyList<string> activityIds) => new()
    {
        ActivityIds = [.. activityIds],
        Question = question,
        Tags = [.. answer.TagsLookedAt],
        Citations =
        [
            .. answer.Citations.Select(c => new FeedbackCitation
            {
                ArticleId = c.Quote.ArticleId,
                Version = c.Quote.Version,
                Start = c.Quote.Span.Start,
                End = c.Quote.Span.End,
            }),
        ],
    };
}
