using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Connector;

/// <summary>What a channel does wrong, and what comes of it.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private static readonly Activity Message = new() { Type = ActivityTypes.Message, Text = "answer" };

    private FakeConnector _connector = null!;
    private HttpClient _http = null!;
    private ConnectorClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        Use(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _client.Dispose();
        await _connector.DisposeAsync();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Send_RepeatableStatusTwice_ArrivesOnce(int status)
    {
        _connector.Answer = (context, number) => number < 3 ? Fail(context, status) : context.Response.WriteAsJsonAsync(new { id = "sent" }, Token);

        var response = await _client.Conversations.SendToConversationAsync("c", Message, Token);

        Assert.Equal("sent", response.Id);
        Assert.Equal(3, _connector.Requests.Count);
        Assert.All(_connector.Texts, text => Assert.Equal("answer", text));
    }

    [Fact]
    public async Task Send_RepeatableStatusForEver_FailsAfterThreeTries()
    {
        _connector.Answer = (context, _) => Fail(context, 503);

        var exception = await Assert.ThrowsAsync<ErrorResponseException>(() => _client.Conversations.SendToConversationAsync("c", Message, Token));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.Response!.StatusCode);
        Assert.Equal(3, _connector.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Send_OtherStatus_FailsAtOnceWithTheChannelsError(int status)
    {
        _connector.Answer = async (context, _) =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("""{"error":{"code":"ContentStreamNotAllowed","message":"no"}}""", Token);
        };

        var exception = await Assert.ThrowsAsync<ErrorResponseException>(() => _client.Conversations.SendToConversationAsync("c", Message, Token));

        Assert.Equal(status, (int)exception.Response!.StatusCode);
        Assert.Equal("ContentStreamNotAllowed", exception.Body!.Error!.Code);
        Assert.Single(_connector.Requests);
    }

    [Fact]
    public async Task Send_RetryAfter_IsHonoured()
    {
        var started = TimeProvider.System.GetTimestamp();
        _connector.Answer = (context, number) =>
        {
            context.Response.Headers.RetryAfter = "1";
            return number == 1 ? Fail(context, 429) : context.Response.WriteAsJsonAsync(new { id = "sent" }, Token);
        };

        await _client.Conversations.SendToConversationAsync("c", Message, Token);

        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(990));
    }

    [Fact]
    public async Task Send_RetryAfterBeyondTheTimeout_FailsAtOnce()
    {
        _connector.Answer = (context, _) =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return Fail(context, 429);
        };

        await Assert.ThrowsAsync<ErrorResponseException>(() => _client.Conversations.SendToConversationAsync("c", Message, Token));

        Assert.Single(_connector.Requests);
    }

    [Fact]
    public async Task Send_ChannelThatHangs_FailsInTimeAndIsNotSentAgain()
    {
        Use(TimeSpan.FromSeconds(2));
        _connector.Answer = (context, _) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);

        await Assert.ThrowsAsync<RestException>(() => _client.Conversations.SendToConversationAsync("c", Message, Token));

        Assert.Single(_connector.Requests);
    }

    [Fact]
    public async Task Send_ChannelThatClosesTheConnection_FailsAndIsNotSentAgain()
    {
        _connector.Answer = (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<RestException>(() => _client.Conversations.SendToConversationAsync("c", Message, Token));

        Assert.Single(_connector.Requests);
    }

    [Fact]
    public async Task Update_ChannelThatClosesTheConnectionOnce_IsSentAgain()
    {
        _connector.Answer = (context, number) =>
        {
            if (number == 1)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return context.Response.WriteAsJsonAsync(new { id = "sent" }, Token);
        };

        var response = await _client.Conversations.UpdateActivityAsync("c", "a", Message, Token);

        Assert.Equal("sent", response.Id);
        Assert.Equal(2, _connector.Requests.Count);
    }

    [Theory]
    [InlineData(200, "{\"id\":\"x\"}", "x")]
    [InlineData(201, "{\"id\":\"x\"}", "x")]
    [InlineData(202, "", null)]
    [InlineData(200, "", null)]
    [InlineData(200, "not json", null)]
    public async Task Send_AnySuccess_ArrivesOnce(int status, string body, string? id)
    {
        _connector.Answer = async (context, _) =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body, Token);
        };

        var response = await _client.Conversations.SendToConversationAsync("c", Message, Token);

        Assert.Equal(id, response.Id);
        Assert.Single(_connector.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Send_Redirect_IsNotFollowed(int status)
    {
        await using var elsewhere = await FakeConnector.StartAsync();
        _connector.Answer = (context, _) =>
        {
            context.Response.Headers.Location = elsewhere.ServiceUrl;
            return Fail(context, status);
        };

        await Assert.ThrowsAsync<ErrorResponseException>(() => _client.Conversations.SendToConversationAsync("c", Message, Token));

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Send_OneSlowChannel_DoesNotSlowAnother()
    {
        await using var other = await FakeConnector.StartAsync();
        var released = new TaskCompletionSource();
        _connector.Answer = (context, _) => released.Task.WaitAsync(context.RequestAborted);
        using var quick = NewClient(other);

        var slow = Enumerable.Range(0, 50).Select(_ => _client.Conversations.SendToConversationAsync("c", Message, Token)).ToArray();
        await quick.Conversations.SendToConversationAsync("d", Message, Token);

        Assert.DoesNotContain(slow, t => t.IsCompleted);
        released.SetResult();
        await Task.WhenAll(slow);
    }

    [Fact]
    public async Task Requests_ToAServiceWithAPath_AreEscapedAndKeepIt()
    {
        _client.BaseUri = new Uri(_connector.ServiceUrl + "emea/x?query=1");
        const string Id = "19:a/b@thread.tacv2;messageid=1 ü";
        const string Escaped = "19%3Aa%2Fb%40thread.tacv2%3Bmessageid%3D1%20%C3%BC";
        var conversations = _client.Conversations;

        await conversations.SendToConversationAsync(Id, Message, Token);
        await conversations.ReplyToActivityAsync(Id, "a/1", Message, Token);
        await conversations.UpdateActivityAsync(Id, "..a", Message, Token);
        await conversations.DeleteActivityAsync(Id, "a?1", Token);
        await conversations.CreateConversationAsync(new ConversationParameters { IsGroup = true }, Token);
        await conversations.GetConversationPagedMembersAsync(Id, 5, "t&x", Token);
        await conversations.GetConversationMemberAsync("29:u", Id, Token);
        _connector.Answer = (context, _) => context.Response.WriteAsync("[]", Token);
        Assert.Empty(await conversations.GetConversationMembersAsync(Id, Token));

        Assert.Equal(
            [
                $"POST /emea/x/v3/conversations/{Escaped}/activities",
                $"POST /emea/x/v3/conversations/{Escaped}/activities/a%2F1",
                $"PUT /emea/x/v3/conversations/{Escaped}/activities/..a",
                $"DELETE /emea/x/v3/conversations/{Escaped}/activities/a%3F1",
                "POST /emea/x/v3/conversations",
                $"GET /emea/x/v3/conversations/{Escaped}/pagedmembers?pageSize=5&continuationToken=t%26x",
                $"GET /emea/x/v3/conversations/{Escaped}/members/29%3Au",
                $"GET /emea/x/v3/conversations/{Escaped}/members",
            ],
            _connector.Requests.Select(r => $"{r.Method} {r.RawPath}"));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public async Task Requests_WithAnIdThatIsAStepInThePath_AreRefused(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _client.Conversations.DeleteActivityAsync("c", id, Token));

        Assert.Empty(_connector.Requests);
    }

    private static Task Fail(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private void Use(TimeSpan timeout)
    {
        _http?.Dispose();
        _http = ConnectorHttp.CreateClient(ConnectorHttp.CreateHandler(), timeout, TimeSpan.FromMilliseconds(1));
        _client = NewClient(_connector);
    }

    private ConnectorClient NewClient(FakeConnector connector) =>
        new(new Uri(connector.ServiceUrl), credentials: null, _http, new ServiceUrlPolicy([], allowLoopback: true));
}
