using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace QnA.BotLoad.Mixed;

/// <summary>The kinds of requests that a bot gets on a busy day; each throws where the bot does not do what it should.</summary>
internal sealed class Requests(HttpClient client, string serviceUrl)
{
    private const int People = 200;

    private static readonly string[] Questions =
    [
        "Who keeps the lighthouse?",
        "When does the ferry leave on Sundays?",
        "How much does a ticket cost?",
        "What changed in the harbour?",
        "What is the capital of Mongolia?",
    ];

    private static readonly (string Body, string ContentType, HttpStatusCode Expected)[] Bad =
    [
        ("", "application/json", HttpStatusCode.BadRequest),
        ("{\"type\":", "application/json", HttpStatusCode.BadRequest),
        ("{\"text\":\"no type\"}", "application/json", HttpStatusCode.BadRequest),
        ("{\"type\":\"message\"}", "text/plain", HttpStatusCode.UnsupportedMediaType),
        (new string('x', 300 * 1024), "application/json", HttpStatusCode.RequestEntityTooLarge),
    ];

    public async Task AskForReplyAsync(int number, CancellationToken cancellationToken)
    {
        var body = await PostAsync(Message(number, "expectReplies"), cancellationToken);
        Check(body.Contains("\"type\":\"message\"", StringComparison.Ordinal), "no message in the response");
    }

    public async Task AskAsync(int number, CancellationToken cancellationToken) => await PostAsync(Message(number, null), cancellationToken);

    public async Task SendFeedbackAsync(int number, CancellationToken cancellationToken)
    {
        var activity = Message(number, null);
        activity["type"] = "invoke";
        activity["name"] = "message/submitAction";
        activity["channelId"] = "msteams";
        activity["replyToId"] = "sent-1";
        activity.Remove("text");
        activity["value"] = new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = "like", ["feedback"] = "{\"feedbackText\":\"\"}" },
        };
        await PostAsync(activity, cancellationToken);
    }

    public Task TalkOverDirectLineAsync(int number, CancellationToken cancellationToken) =>
        TalkOverDirectLineAsync(Questions[number % Questions.Length], number, cancellationToken);

    /// <summary>Opens a conversation, asks, and gives the activity of the answer.</summary>
    public async Task<JsonNode> TalkOverDirectLineAsync(string question, int number, CancellationToken cancellationToken)
    {
        using var start = await client.PostAsync(new Uri("v3/directline/conversations", UriKind.Relative), null, cancellationToken);
        Check(start.StatusCode == HttpStatusCode.Created, $"status {(int)start.StatusCode} for a conversation", start.StatusCode);
        var conversation = JsonNode.Parse(await start.Content.ReadAsStringAsync(cancellationToken))!;
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri((string)conversation["streamUrl"]!), cancellationToken);
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri($"v3/directline/conversations/{(string)conversation["conversationId"]!}/activities", UriKind.Relative));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (string)conversation["token"]!);
        message.Content = Json(new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = $"user-{number}" },
            ["text"] = question,
        });
        using var sent = await client.SendAsync(message, cancellationToken);
        Check(sent.IsSuccessStatusCode, $"status {(int)sent.StatusCode} for a message", sent.StatusCode);
        var answer = await ReceiveAnswerAsync(socket, cancellationToken);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        return answer;
    }

    public async Task SendBadInputAsync(int number, CancellationToken cancellationToken)
    {
        var (body, contentType, expected) = Bad[number % Bad.Length];
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var response = await client.PostAsync(new Uri("api/messages", UriKind.Relative), content, cancellationToken);
        Check(response.StatusCode == expected, $"status {(int)response.StatusCode} instead of {(int)expected}", response.StatusCode);
    }

    private static async Task<JsonNode> ReceiveAnswerAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        using var frame = new MemoryStream();
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, cancellationToken);
            Check(received.MessageType == WebSocketMessageType.Text, "the socket was closed before the answer");
            await frame.WriteAsync(buffer.AsMemory(0, received.Count), cancellationToken);
            if (!received.EndOfMessage)
            {
                continue;
            }

            var activities = frame.Length == 0 ? null : JsonNode.Parse(frame.ToArray())?["activities"]?.AsArray();
            frame.SetLength(0);
            if (activities?.FirstOrDefault(a => (string?)a!["type"] == "message" && (string?)a["from"]?["role"] == "bot" && a["replyToId"] is not null) is { } answer)
            {
                return answer;
            }
        }
    }

    private async Task<string> PostAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        using var content = Json(activity);
        using var response = await client.PostAsync(new Uri("api/messages", UriKind.Relative), content, cancellationToken);
        Check(response.IsSuccessStatusCode, $"status {(int)response.StatusCode}", response.StatusCode);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    private JsonObject Message(int number, string? deliveryMode) => new()
    {
        ["type"] = "message",
        ["id"] = $"m{number}",
        ["channelId"] = "emulator",
        ["serviceUrl"] = serviceUrl,
        ["conversation"] = new JsonObject { ["id"] = $"c{number % People}" },
        ["from"] = new JsonObject { ["id"] = $"u{number % People}" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["text"] = Questions[number % Questions.Length],
        ["deliveryMode"] = deliveryMode,
    };

    private static StringContent Json(JsonObject value) => new(value.ToJsonString(), Encoding.UTF8, "application/json");

    private static void Check(bool holds, string otherwise, HttpStatusCode? status = null)
    {
        if (!holds)
        {
            throw new UnexpectedReplyException(otherwise, status);
        }
    }
}

/// <summary>The bot did not do what it should; the message says what it did.</summary>
internal sealed class UnexpectedReplyException(string message, HttpStatusCode? status = null) : Exception(message)
{
    /// <summary>Gets the status of the response, where that was what was wrong.</summary>
    public HttpStatusCode? Status { get; } = status;
}
