using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QnA.BotFramework.Hosting;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Hosting;

public sealed class TurnTests : IAsyncLifetime
{
    private const int MaxWaiting = 50;

    private readonly ConcurrentQueue<string> _turns = new();
    private FakeConnector _connector = null!;
    private WebApplication _app = null!;
    private HttpClient _client = null!;
    private Func<ITurnContext, CancellationToken, Task> _turn = (_, _) => Task.CompletedTask;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BotFramework:AllowLoopback"] = "true",
            ["Turns:AnswerAfter"] = "00:00:00.3",
            ["Turns:MaxBodyLength"] = "4096",
            ["Turns:MaxWaiting"] = $"{MaxWaiting}",
        });
        builder.Services.AddBotTurns(builder.Configuration);
        builder.Services.AddSingleton<IBot>(new LambdaBot((turn, token) =>
        {
            _turns.Enqueue(turn.Activity.Text ?? turn.Activity.Type);
            return _turn(turn, token);
        }));
        _app = builder.Build();
        _app.MapBotTurns();
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task Post_QuickTurn_Is200AndSlowTurn_Is202AndGoesOn()
    {
        using var quick = await PostAsync(Message("quick", "1"));
        Assert.Equal(HttpStatusCode.OK, quick.StatusCode);

        var released = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        _turn = async (turn, token) =>
        {
            await released.Task.WaitAsync(token);
            await turn.SendActivityAsync("late answer", cancellationToken: token);
            ended.SetResult();
        };
        using var slow = await PostAsync(Message("slow", "2"));
        Assert.Equal(HttpStatusCode.Accepted, slow.StatusCode);
        released.SetResult();
        await ended.Task.WaitAsync(Token);
        Assert.Equal(["late answer"], _connector.Texts);
    }

    [Fact]
    public async Task Post_TheSameIdAgain_Is200AndAnsweredOnce()
    {
        using var first = await PostAsync(Message("once", "1"));
        using var second = await PostAsync(Message("once", "1"));
        using var elsewhere = await PostAsync(Message("elsewhere", "1", "c2"));

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(["once", "elsewhere"], _turns);
    }

    [Fact]
    public async Task Post_TheSameIdAgainWithExpectReplies_HasNoReplies()
    {
        _turn = (turn, token) => turn.SendActivityAsync("reply", cancellationToken: token);
        var message = Message("once", "1");
        message["deliveryMode"] = "expectReplies";
        using var first = await PostAsync(message);
        using var second = await PostAsync(message);

        Assert.Single((await first.JsonAsync())["activities"]!.AsArray());
        Assert.Empty((await second.JsonAsync())["activities"]!.AsArray());
    }

    [Fact]
    public async Task Post_TheIdOfAFailedTurnAgain_IsAnswered()
    {
        _turn = (_, _) => throw new InvalidOperationException("broken");
        using var failed = await PostAsync(Message("first", "1"));
        _turn = (turn, token) => turn.SendActivityAsync("answered", cancellationToken: token);

        using var again = await PostAsync(Message("again", "1"));
        using var third = await PostAsync(Message("third", "1"));

        Assert.Equal(["first", "again"], _turns);
        Assert.Equal([new TurnOptions().ErrorMessage, "answered"], _connector.Texts);
    }

    [Fact]
    public async Task Post_WhereTooManyWait_Is429WithRetryAfter()
    {
        var released = new TaskCompletionSource();
        _turn = (_, token) => released.Task.WaitAsync(token);
        var waiting = await Task.WhenAll(Enumerable.Range(0, MaxWaiting).Select(n => PostAsync(Message("x", $"{n}"))));
        Assert.All(waiting, accepted => Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode));

        using var response = await PostAsync(Message("x", "more"));
        released.SetResult();

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Post_ToAServiceThatIsNotAllowed_Is403AndRunsNothing()
    {
        var message = Message("x", "1");
        message["serviceUrl"] = "https://smba.trafficmanager.net.evil.example/";

        using var response = await PostAsync(message);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("ServiceUrlNotAllowed", (string?)(await response.JsonAsync())["error"]!["code"]);
        Assert.Empty(_turns);
    }

    [Fact]
    public async Task Post_WhileATurnRuns_WaitsInItsConversationAndNotInOthers()
    {
        var released = new TaskCompletionSource();
        _turn = (turn, token) => turn.Activity.Text == "first" ? released.Task.WaitAsync(token) : Task.CompletedTask;
        using var first = await PostAsync(Message("first", "1"));
        using var second = await PostAsync(Message("second", "2"));
        using var other = await PostAsync(Message("other", "3", "c2"));

        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(["first", "other"], _turns);
        released.SetResult();
        await _app.StopAsync(Token);
        Assert.Equal(["first", "other", "second"], _turns);
    }

    [Fact]
    public async Task Post_FiftyAtOnceInAConversation_LosesNoUpdateOfOneProperty()
    {
        var state = new ConversationState(new MemoryStorage());
        var counter = state.CreateProperty<int>("counter");
        var last = 0;
        _turn = async (turn, token) =>
        {
            last = await counter.GetAsync(turn, cancellationToken: token) + 1;
            await counter.SetAsync(turn, last, token);
            await Task.Yield();
            await state.SaveChangesAsync(turn, cancellationToken: token);
        };

        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => PostAsync(Message("x", $"{n}"))));
        await _app.StopAsync(Token);

        Assert.All(responses, r => Assert.True(r.IsSuccessStatusCode));
        Assert.Equal(50, last);
    }

    [Fact]
    public async Task Stop_WithARunningTurn_WaitsForItsAnswer()
    {
        var released = new TaskCompletionSource();
        _turn = async (turn, token) =>
        {
            await released.Task.WaitAsync(token);
            await turn.SendActivityAsync("answered", cancellationToken: token);
        };
        using var accepted = await PostAsync(Message("x", "1"));

        var stopping = _app.StopAsync(Token);
        Assert.False(stopping.IsCompleted);
        released.SetResult();
        await stopping;

        Assert.Equal(["answered"], _connector.Texts);
    }

    [Fact]
    public async Task Post_TurnThatThrows_Is200AndTellsThePersonNoDetails()
    {
        _turn = (_, _) => throw new InvalidOperationException("secret detail");

        using var response = await PostAsync(Message("x", "1"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([new TurnOptions().ErrorMessage], _connector.Texts);
    }

    [Fact]
    public async Task Post_InvokeThatThrows_Is500AndOneUnhandled_Is501()
    {
        var invoke = Message("x", "1");
        invoke["type"] = "invoke";
        using var unhandled = await PostAsync(invoke);
        Assert.Equal(HttpStatusCode.NotImplemented, unhandled.StatusCode);

        _turn = (_, _) => throw new InvalidOperationException();
        using var failed = await PostAsync(invoke);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
    }

    [Fact]
    public async Task Post_ExpectReplies_HasTheRepliesInTheResponse()
    {
        _turn = (turn, token) => turn.SendActivityAsync("reply", cancellationToken: token);
        var message = Message("x", "1");
        message["deliveryMode"] = "expectReplies";

        using var response = await PostAsync(message);

        Assert.Equal("reply", (string?)(await response.JsonAsync())["activities"]![0]!["text"]);
    }

    [Theory]
    [InlineData("", "application/json", 400)]
    [InlineData("{", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"x\"}", "application/json", 400)]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"}}", "application/json", 400)]
    [InlineData("{}", "application/json", 400)]
    [InlineData("{}", "text/plain", 415)]
    [InlineData("long", "application/json", 413)]
    public async Task Post_WhatIsNoActivity_IsRefusedWithAJsonError(string body, string contentType, int status)
    {
        using var content = new StringContent(body == "long" ? new string(' ', 5000) : body, Encoding.UTF8, contentType);

        using var response = await _client.PostAsync("/api/messages", content, Token);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotNull((await response.JsonAsync())["error"]!["message"]);
        Assert.Empty(_turns);
    }

    [Fact]
    public async Task Post_WithABadToken_Is401AndDoesNotUseUpTheId()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new StringContent(Message("x", "1").ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer garbage");
        using var refused = await _client.RequestAsync(request);
        using var accepted = await PostAsync(Message("x", "1"));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(["x"], _turns);
    }

    private JsonObject Message(string text, string id, string conversation = "c1") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["text"] = text,
        ["channelId"] = "emulator",
        ["serviceUrl"] = _connector.ServiceUrl,
        ["conversation"] = new JsonObject { ["id"] = conversation },
    };

    private async Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        return await _client.PostAsync("/api/messages", content, Token);
    }
}
