using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Hosting;
using QnA.Core.Access;

namespace QnA.Bot.DirectLine;

/// <summary>Runs turns of Direct Line conversations in this process: what the bot sends goes into the conversation.</summary>
internal sealed class DirectLineAdapter : BotAdapter
{
    private readonly DirectLineConversations _conversations;

    public DirectLineAdapter(DirectLineConversations conversations, IEnumerable<Microsoft.Bot.Builder.IMiddleware> middleware, TurnErrors errors)
    {
        _conversations = conversations;
        foreach (var item in middleware)
        {
            Use(item);
        }

        OnTurnError = errors.AnswerAsync;
    }

    /// <summary>Runs the turn of an activity.</summary>
    public async Task RunAsync(Activity activity, IBot bot, Reader reader, CancellationToken cancellationToken)
    {
        using var turnContext = new TurnContext(this, activity);
        turnContext.TurnState.Add(reader);
        await RunPipelineAsync(turnContext, bot.OnTurnAsync, cancellationToken);
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activities);
        return Task.FromResult(Array.ConvertAll(activities, Send));
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Direct Line clients keep what they were sent; send another activity.");

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Direct Line clients keep what they were sent.");

    private ResourceResponse Send(Activity activity)
    {
        // Only channels that the Emulator watches take traces, and an answer to an invoke is for its caller.
        if (activity.Type is ActivityTypes.Trace or ActivityTypesEx.InvokeResponse or ActivityTypesEx.Delay)
        {
            return new ResourceResponse("");
        }

        if (_conversations.Find(activity.Conversation.Id) is not { } conversation)
        {
            return new ResourceResponse("");
        }

        activity.From.Role = RoleTypes.Bot;
        return new ResourceResponse(conversation.Append(activity));
    }
}
