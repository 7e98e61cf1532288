using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using QnA.BotFramework.Tests.Infrastructure;

namespace QnA.BotFramework.Tests.Integration;

/// <summary>A test for each row of the table of incoming requests.</summary>
public sealed class IncomingTests
{
    [Fact]
    public async Task Post_Message_IsAnsweredThroughTheConnectorBefore200()
    {
        await using var server = await BotServer.StartAsync(LambdaBot.Echo);

        using var response = await server.PostAsync(server.Message("hello"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.TextAsync());
        var sent = Assert.Single(server.Connector.Requests);
        Assert.Equal("POST", sent.Method);
        Assert.Equal("/v3/conversations/c1/activities/a1", sent.RawPath);
        Assert.Equal("echo hello", sent.Text);
        Assert.Equal("bot", (string?)sent.Json["from"]!["id"]);
        Assert.Equal("user", (string?)sent.Json["recipient"]!["id"]);
        Assert.Equal("a1", (string?)sent.Json["replyToId"]);
        Assert.Equal("acceptingInput", (string?)sent.Json["inputHint"] ?? "acceptingInput");
        Assert.DoesNotContain("null", sent.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Request_OtherThanPost_Is405(string method)
    {
        await using var server = await BotServer.StartAsync(LambdaBot.Echo);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");

        using var response = await server.Client.RequestAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{")]
    [InlineData("{\"type\":\"message\"} {}")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"text\":\"no type\",\"serviceUrl\":\"http://localhost\",\"conversation\":{\"id\":\"c\"}}")]
    [InlineData("{\"type\":\"message\",\"conversation\":{\"id\":\"c\"}}")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"http://localhost\"}")]
    [InlineData("{\"type\":\"message\",\"serviceUrl\":\"http://localhost\",\"conversation\":{}}")]
    public async Task Post_WhatIsNoActivity_Is400WithAJsonError(string body)
    {
        await using var server = await BotServer.StartAsync(LambdaBot.Echo);

        using var response = await server.PostAsync(body);

        await AssertErrorAsync(response, HttpStatusCode.BadRequest, "BadRequest");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Post_OtherMediaType_Is415(string contentType)
    {
        await using var server = await BotServer.StartAsync(LambdaBot.Echo);

        using var response = await server.PostAsync(server.Message().ToJsonString(), contentType);

        await AssertErrorAsync(response, HttpStatusCode.UnsupportedMediaType, "UnsupportedMediaType");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/vnd.microsoft.activity")]
    public async Task Post_JsonMediaType_Is200(string contentType)
    {
        await using var server = await BotServer.StartAsync(LambdaBot.Echo);

        using var response = await server.PostAsync(server.Message().ToJsonString(), contentType);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("channelId", null)]
    [InlineData("type", "somethingNew")]
    [InlineData("from", null)]
    [InlineData("recipient", null)]
    public async Task Post_UnusualActivity_Is200(string property, string? value)
    {
        await using var server = await BotServer.StartAsync(new ActivityHandler());
        var activity = server.Message();
        activity.Remove(property);
        if (value is not null)
        {
            activity[property] = value;
        }

        using var response = await server.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_BodyOverTheLimit_Is413(bool chunked)
    {
        await using var server = await BotServer.StartAsync(LambdaBot.Echo);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Headers.TransferEncodingChunked = chunked;
        request.Content = new StringContent(server.Message(new string('x', 256 * 1024)).ToJsonString(), System.Text.Encoding.UTF8, "application/json");

        using var response = await server.Client.RequestAsync(request);

        await AssertErrorAsync(response, HttpStatusCode.RequestEntityTooLarge, "PayloadTooLarge");
    }

    [Fact]
    public async Task Post_BodyJustUnderTheLimit_Is200()
    {
        await using var server = await BotServer.StartAsync(LambdaBot.Silent);
        var overhead = server.Message(string.Empty).ToJsonString().Length;

        using var response = await server.PostAsync(server.Message(new string('x', (256 * 1024) - overhead)));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_UnhandledInvoke_Is501AndEmpty()
    {
        await using var server = await BotServer.StartAsync(new ActivityHandler());
        var invoke = server.Message();
        invoke["type"] = "invoke";
        invoke["name"] = "unknown/operation";

        using var response = await server.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Empty(await response.TextAsync());
    }

    [Fact]
    public async Task Post_HandledInvoke_HasTheStatusAndBodyOfTheBot()
    {
        var bot = new LambdaBot((turn, token) => turn.SendActivityAsync(
            new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 207, Body = new { answer = 42 } } }, token));
        await using var server = await BotServer.StartAsync(bot);
        var invoke = server.Message();
        invoke["type"] = "invoke";

        using var response = await server.PostAsync(invoke);

        Assert.Equal((HttpStatusCode)207, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("{\"answer\":42}", await response.TextAsync());
        Assert.Empty(server.Connector.Requests);
    }

    [Fact]
    public async Task Post_TurnThatThrowsWithOnTurnError_Is200()
    {
        await using var server = await BotServer.StartAsync(new LambdaBot((_, _) => throw new InvalidOperationException("broken")));
        Exception? caught = null;
        server.Adapter.OnTurnError = async (turn, exception) =>
        {
            caught = exception;
            await turn.SendActivityAsync("Sorry, something went wrong.");
        };

        using var response = await server.PostAsync(server.Message());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("broken", caught?.Message);
        Assert.Equal("Sorry, something went wrong.", Assert.Single(server.Connector.Texts));
    }

    [Fact]
    public async Task Post_ExpectReplies_ReturnsRepliesWithIdsAfterUpdatesAndDeletes()
    {
        var bot = new LambdaBot(async (turn, token) =>
        {
            var first = await turn.SendActivityAsync("first", cancellationToken: token);
            var second = await turn.SendActivityAsync("second", cancellationToken: token);
            await turn.SendActivityAsync("third", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = first.Id, Text = "first, edited" }, token);
            await turn.DeleteActivityAsync(second.Id!, token);
        });
        await using var server = await BotServer.StartAsync(bot);
        var message = server.Message();
        message["deliveryMode"] = "expectReplies";

        using var response = await server.PostAsync(message);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var replies = (await response.JsonAsync())["activities"]!.AsArray();
        Assert.Equal(["first, edited", "third"], replies.Select(r => (string?)r!["text"]));
        Assert.All(replies, r => Assert.False(string.IsNullOrEmpty((string?)r!["id"])));
        Assert.Empty(server.Connector.Requests);
    }

    [Fact]
    public async Task Post_WithAHeaderButNoAppId_IsStillChecked()
    {
        await using var server = await BotServer.StartAsync(LambdaBot.Echo);

        using var response = await server.PostAsync(server.Message(), authorization: "Bearer garbage");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(server.Connector.Requests);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var error = (await response.JsonAsync())["error"]!;
        Assert.Equal(code, (string?)error["code"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)error["message"]));
    }
}
