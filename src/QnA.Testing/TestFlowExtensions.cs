using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace QnA.Testing;

/// <summary>Tests the bot with the Bot Framework's own <see cref="TestAdapter"/> and <see cref="TestFlow"/>.</summary>
public static class TestFlowExtensions
{
    /// <summary>Makes an adapter that runs turns of the bot, with the bot's own middleware; what it sends is messages, without typing and updates of streams.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="channel">The channel's id; replies look as they do there.</param>
    public static TestAdapter CreateAdapter(this TestBot bot, string channel = TestMessage.DefaultChannel)
    {
        ArgumentNullException.ThrowIfNull(bot);
        var conversation = TestAdapter.CreateConversation(Guid.NewGuid().ToString("N"));
        conversation.ChannelId = channel;
        var adapter = new TestAdapter(conversation);
        adapter.Use(new MessagesOnly());
        foreach (var middleware in bot.Services.GetServices<IMiddleware>())
        {
            adapter.Use(middleware);
        }

        return adapter;
    }

    /// <summary>Begins a conversation that is written down as steps.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="channel">The channel's id; replies look as they do there.</param>
    /// <returns>A flow without steps; await its <c>StartTestAsync</c> for the outcome.</returns>
    public static TestFlow CreateFlow(this TestBot bot, string channel = TestMessage.DefaultChannel)
    {
        ArgumentNullException.ThrowIfNull(bot);
        return new TestFlow(bot.CreateAdapter(channel), bot.Services.GetRequiredService<IBot>());
    }

    /// <summary>Expects a reply of which the expectations of <see cref="BotReplyAssertions"/> can be written.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="expect">The expectations.</param>
    /// <param name="timeout">How long to wait, in milliseconds; the default is 30 seconds, for busy machines.</param>
    /// <returns>The flow with this step.</returns>
    public static TestFlow AssertAnswer(this TestFlow flow, Action<BotReply> expect, uint timeout = 30_000)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(expect);
        return flow.AssertReply(activity => expect(BotReply.Of(activity)), timeout: timeout);
    }

    private sealed class MessagesOnly : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            turnContext.OnSendActivities(async (_, activities, send) =>
            {
                var ids = activities.ConvertAll(_ => new ResourceResponse(Guid.NewGuid().ToString("N")));
                activities.RemoveAll(activity => activity.Type == ActivityTypes.Typing);
                return activities.Count == 0 ? [.. ids] : await send();
            });
            return next(cancellationToken);
        }
    }
}
