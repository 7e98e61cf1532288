using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using QnA.BotFramework.Serialization;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Builder;

public sealed class TeamsTests
{
    [Fact]
    public async Task GetMember_InATeam_AsksTheTeamAndReadsTheDetails()
    {
        TeamsChannelAccount? member = null;
        await using var server = await BotServer.StartAsync(new LambdaBot(async (turn, token) => member = await TeamsInfo.GetMemberAsync(turn, "29:u", token)));
        server.Connector.Answer = (context, _) => context.Response.WriteAsync("""{"id":"29:u","name":"Ann","email":"ann@example.com","userRole":"guest"}""");

        using var response = await server.PostAsync(InTeam(server));

        Assert.Equal("/v3/conversations/19%3Ateam/members/29%3Au", Assert.Single(server.Connector.Requests).RawPath);
        Assert.Equal(("29:u", "Ann", "ann@example.com", "guest"), (member!.Id, member.Name, member.Email, member.UserRole));
    }

    [Fact]
    public async Task GetPagedMembersAndTeam_InATeam_ReadPagesDetailsAndChannels()
    {
        await using var server = await BotServer.StartAsync(new LambdaBot(async (turn, token) =>
        {
            var page = await TeamsInfo.GetPagedMembersAsync(turn, 2, "t", token);
            var team = await TeamsInfo.GetTeamDetailsAsync(turn, cancellationToken: token);
            var channels = await TeamsInfo.GetTeamChannelsAsync(turn, cancellationToken: token);
            Assert.Equal("next", page.ContinuationToken);
            Assert.Equal("given", Assert.Single(page.Members!).GivenName);
            Assert.Equal(7, team.MemberCount);
            Assert.Equal("c", Assert.Single(channels).Id);
        }));
        server.Connector.Answer = (context, number) => context.Response.WriteAsync(number switch
        {
            1 => """{"continuationToken":"next","members":[{"id":"u","givenName":"given"}]}""",
            2 => """{"id":"19:team","memberCount":7}""",
            _ => """{"conversations":[{"id":"c"}]}""",
        });

        using var response = await server.PostAsync(InTeam(server));

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(
            ["/v3/conversations/19%3Ateam/pagedmembers?pageSize=2&continuationToken=t", "/v3/teams/19%3Ateam", "/v3/teams/19%3Ateam/conversations"],
            server.Connector.Requests.Select(r => r.RawPath));
    }

    [Theory]
    [InlineData("channelCreated", "created")]
    [InlineData("teamRenamed", "renamed")]
    [InlineData("unknown", null)]
    public async Task Handler_TeamEvent_CallsItsMethod(string eventType, string? expected)
    {
        var bot = new RecordingBot();
        await using var server = await BotServer.StartAsync(bot);
        var update = InTeam(server);
        update["type"] = "conversationUpdate";
        update["channelData"]!["eventType"] = eventType;
        update["channelData"]!["channel"] = new JsonObject { ["id"] = "c" };

        using var response = await server.PostAsync(update);

        Assert.Equal(expected, bot.Seen);
    }

    [Fact]
    public async Task Handler_MembersAdded_IsAWelcomeWithTeamsAccounts()
    {
        var bot = new RecordingBot();
        await using var server = await BotServer.StartAsync(bot);
        var update = InTeam(server);
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:u", ["givenName"] = "Ann" });

        using var response = await server.PostAsync(update);

        Assert.Equal("added Ann to 19:team", bot.Seen);
    }

    [Fact]
    public void TeamsNotifyUser_OnAMessage_KeepsOtherChannelData()
    {
        var message = JsonSerializer.Deserialize<Activity>("""{"channelData":{"feedbackLoop":{"type":"default"},"tenant":{"id":"t"}}}""", SchemaJson.Wire)!;

        message.TeamsNotifyUser();

        var data = JsonSerializer.SerializeToNode(message, SchemaJson.Wire)!["channelData"]!;
        Assert.True((bool)data["notification"]!["alert"]!);
        Assert.Equal("default", (string?)data["feedbackLoop"]!["type"]);
        Assert.Equal("t", (string?)data["tenant"]!["id"]);
    }

    private static JsonObject InTeam(BotServer server)
    {
        var message = server.Message();
        message["channelId"] = "msteams";
        message["channelData"] = new JsonObject { ["team"] = new JsonObject { ["id"] = "19:team" } };
        return message;
    }

    private sealed class RecordingBot : TeamsActivityHandler
    {
        public string? Seen { get; private set; }

        protected override Task OnTeamsMembersAddedAsync(
            IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken)
        {
            Seen = $"added {teamsMembersAdded[0].GivenName} to {teamInfo?.Id}";
            return Task.CompletedTask;
        }

        protected override Task OnTeamsChannelCreatedAsync(
            ChannelInfo channelInfo, TeamInfo? teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Seen = "created";
            return Task.CompletedTask;
        }

        protected override Task OnTeamsTeamRenamedAsync(
            TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Seen = "renamed";
            return Task.CompletedTask;
        }
    }
}
