using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Integration;

/// <summary>What reaches a channel and what does not, and defaults on which bots of the official SDK rely.</summary>
public sealed class OutgoingTests
{
    [Theory]
    [InlineData("emulator", new[] { "trace", "message" })]
    [InlineData("msteams", new[] { "message" })]
    public async Task Trace_GoesToTheEmulatorAlone_AndDelayToNone(string channel, string[] expected)
    {
        await using var server = await BotServer.StartAsync(new LambdaBot(async (turn, token) =>
        {
            await turn.SendActivityAsync((Activity)Activity.CreateTraceActivity("step", value: "x"), token);
            await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Delay, Value = 1 }, token);
            await turn.SendActivityAsync(MessageFactory.Text("done"), token);
        }));
        var message = server.Message();
        message["channelId"] = channel;

        using var response = await server.PostAsync(message);

        Assert.Equal(expected, server.Connector.Requests.Select(r => (string?)r.Json["type"]));
    }

    [Fact]
    public async Task SendActivity_OfText_DefaultsTheInputHintInTheInterfaceAlone()
    {
        await using var server = await BotServer.StartAsync(new LambdaBot(async (turn, token) =>
        {
            await turn.SendActivityAsync("through the interface", cancellationToken: token);
            await ((TurnContext)turn).SendActivityAsync("through the class", cancellationToken: token);
        }));

        using var response = await server.PostAsync(server.Message());

        Assert.Equal(["acceptingInput", null], server.Connector.Requests.Select(r => (string?)r.Json["inputHint"]));
    }

    [Fact]
    public void SuggestedActions_WithAllArguments_ChoosesEitherOverload()
    {
        var general = (Activity)MessageFactory.SuggestedActions(["yes", "no"], "Sure?", null, null);
        var addressed = (Activity)MessageFactory.SuggestedActions(["yes", "no"], "Sure?", null, null, ["user1"]);

        Assert.Equal(["yes", "no"], general.SuggestedActions!.Actions!.Select(a => a.Title));
        Assert.Null(general.SuggestedActions.To);
        Assert.Equal(["user1"], addressed.SuggestedActions!.To);
    }
}
