using System.Net;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Authentication;

public sealed class ServiceUrlPolicyTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net:443/emea/")]
    [InlineData("HTTPS://SMBA.TrafficManager.NET/de/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://europe.directline.botframework.com")]
    [InlineData("https://x.teams.microsoft.com/")]
    [InlineData("https://x.teams.microsoft.us/")]
    [InlineData("https://x.botframework.azure.us/")]
    [InlineData("https://bots.example.com:8443/path")]
    [InlineData("https://a.b.example.org/")]
    public void IsAllowed_KnownHost_IsTrue(string url) => Assert.True(Policy(loopback: false).IsAllowed(url));

    [Theory]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://x.smba.trafficmanager.net/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://x.botframework.com.evil.example/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://evil.example/smba.trafficmanager.net/")]
    [InlineData("https://evil.example/?x=.botframework.com")]
    [InlineData("https://evil.example#.botframework.com")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://user:pass@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://smba.trafficmanager.net%40evil.example/")]
    [InlineData("https://smba.trafficmanager.net%2eevil.example/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smbа.trafficmanager.net/")]
    [InlineData("https://x.bоtframework.com/")]
    [InlineData("https://x。botframework.com.evil.example/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("http://localhost:3978/")]
    [InlineData("https://bots.example.com/")]
    [InlineData("https://example.org/")]
    [InlineData("urn:botframework:WebSocket:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    [InlineData(null)]
    public void IsAllowed_AnyOther_IsFalse(string? url) => Assert.False(Policy(loopback: false).IsAllowed(url));

    [Theory]
    [InlineData("http://localhost:3978/", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("https://localhost/", true)]
    [InlineData("http://user@localhost/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://127.0.0.1.evil.example/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("http://0.0.0.0/", false)]
    public void IsAllowed_WithLoopback_AddsOnlyThisMachine(string url, bool expected) =>
        Assert.Equal(expected, Policy(loopback: true).IsAllowed(url));

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    [InlineData(null, false)]
    public void From_WithoutALoopbackSetting_FollowsTheEnvironment(string? environment, bool expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["environment"] = environment }).Build();

        Assert.Equal(expected, ServiceUrlPolicy.From(configuration).IsAllowed("http://localhost:1/"));
    }

    [Fact]
    public async Task Post_ServiceUrlNotAllowed_Is403WithAJsonError()
    {
        await using var server = await BotServer.StartAsync(LambdaBot.Echo, new CloudAdapter());

        using var response = await server.PostAsync(server.Message());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("ServiceUrlNotAllowed", (string?)(await response.JsonAsync())["error"]!["code"]);
        Assert.Empty(server.Connector.Requests);
    }

    [Fact]
    public async Task ContinueConversation_StoredReferenceToAnotherHost_SendsNothing()
    {
        await using var connector = await FakeConnector.StartAsync();
        var adapter = new CloudAdapter();
        var reference = new ConversationReference
        {
            ServiceUrl = connector.ServiceUrl,
            ChannelId = "msteams",
            Conversation = new ConversationAccount(id: "c"),
            Bot = new ChannelAccount("b"),
            User = new ChannelAccount("u"),
        };

        await Assert.ThrowsAsync<ServiceUrlNotAllowedException>(() => adapter.ContinueConversationAsync(
            string.Empty, reference, (turn, token) => turn.SendActivityAsync("hi", cancellationToken: token), TestContext.Current.CancellationToken));

        Assert.Empty(connector.Requests);
    }

    private static ServiceUrlPolicy Policy(bool loopback) => new(["bots.example.com:8443", "*.example.org"], loopback);
}
