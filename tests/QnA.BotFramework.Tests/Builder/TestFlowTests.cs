using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Builder;

public sealed class TestFlowTests
{
    [Fact]
    public async Task Flow_OfTextsAndChecks_PassesInOrder()
    {
        await new TestFlow(new TestAdapter(), LambdaBot.Echo)
            .Send("one").AssertReply("echo one")
            .Test("two", "echo two")
            .Send("three").AssertReplyContains("three")
            .Send("four").AssertReplyOneOf(["x", "echo four"])
            .Test("five", reply => Assert.Equal(ActivityTypes.Message, reply.Type))
            .AssertNoReply(timeout: 1)
            .StartTestAsync();
    }

    [Fact]
    public async Task AssertReply_OtherText_FailsWithBoth()
    {
        var flow = new TestFlow(new TestAdapter(), LambdaBot.Echo).Test("one", "echo two");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(flow.StartTestAsync);

        Assert.Contains("echo two", exception.Message, StringComparison.Ordinal);
        Assert.Contains("echo one", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssertReply_NothingSent_TimesOut()
    {
        var flow = new TestFlow(new TestAdapter(), LambdaBot.Silent).Send("one").AssertReply("x", timeout: 1);

        await Assert.ThrowsAsync<TimeoutException>(flow.StartTestAsync);
    }

    [Fact]
    public async Task AssertNoReply_SomethingSent_Fails()
    {
        var flow = new TestFlow(new TestAdapter(), LambdaBot.Echo).Send("one").AssertNoReply(timeout: 1);

        await Assert.ThrowsAsync<InvalidOperationException>(flow.StartTestAsync);
    }

    [Fact]
    public void TestAdapter_Defaults_AreTheOfficialOnes()
    {
        var conversation = new TestAdapter().Conversation;

        Assert.Equal("https://test.com", conversation.ServiceUrl);
        Assert.Equal(("user1", "User1"), (conversation.User!.Id, conversation.User.Name));
        Assert.Equal(("bot", "Bot"), (conversation.Bot!.Id, conversation.Bot.Name));
        Assert.Equal(Channels.Test, conversation.ChannelId);
        Assert.Equal(Channels.Msteams, new TestAdapter(Channels.Msteams).Conversation.ChannelId);
    }

    [Fact]
    public async Task TestAdapter_UpdateAndDelete_ChangeWhatWaits()
    {
        var adapter = new TestAdapter();
        var bot = new LambdaBot(async (turn, token) =>
        {
            var first = await turn.SendActivityAsync("first", cancellationToken: token);
            var second = await turn.SendActivityAsync("second", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = first.Id, Text = "edited" }, token);
            await turn.DeleteActivityAsync(second.Id!, token);
        });

        await new TestFlow(adapter, bot).Send("go").AssertReply("edited").StartTestAsync();

        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public async Task SendConversationUpdate_UserJoins_IsWelcomed()
    {
        await new TestFlow(new TestAdapter(), new WelcomeBot()).SendConversationUpdate().AssertReply("welcome User1").StartTestAsync();
    }

    [Fact]
    public async Task ConversationUpdate_OnlyTheBotJoins_GivesNoWelcome()
    {
        var joined = new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [new ChannelAccount("bot", "Bot")] };

        await new TestFlow(new TestAdapter(), new WelcomeBot()).Send(joined).AssertNoReply(timeout: 1).StartTestAsync();
    }

    private sealed class WelcomeBot : ActivityHandler
    {
        protected override async Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            foreach (var member in membersAdded.Where(m => m.Id != turnContext.Activity.Recipient.Id))
            {
                await turnContext.SendActivityAsync(MessageFactory.Text($"welcome {member.Name}"), cancellationToken);
            }
        }
    }
}
