using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using QnA.BotLoad.Mixed;

namespace QnA.BotLoad.Chaos;

/// <summary>People who ask, rate answers, add and remove articles and look at them, each in a conversation after the other.</summary>
internal sealed class People(HttpClient client, Mailbox mailbox, Newsroom newsroom, Ledger ledger)
{
    // The bot remembers the last 50 answers of a conversation, so of no conversation one is pushed out.
    private const int QuestionsPerConversation = 40;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Requests _requests = new(client, mailbox.Address);
    private int _number;

    /// <summary>Does what one person does until it is cancelled.</summary>
    /// <param name="person">The person's number.</param>
    /// <param name="random">Chooses what.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task LiveAsync(int person, Random random, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            var (what, act) = Choose(person, i / QuestionsPerConversation, random);
            try
            {
                await act(cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);
            }
            catch (Exception exception) when (exception is UnexpectedReplyException or HttpRequestException or IOException or WebSocketException or TimeoutException)
            {
                Judge(what, exception, started);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                Judge(what, new TimeoutException("cancelled by the client"), started);
            }

            await Task.Delay(random.NextDouble() * LongestPause, TimeProvider.System, cancellationToken);
        }
    }

    private (string What, Func<CancellationToken, Task> Act) Choose(int person, int conversation, Random random)
    {
        var number = Interlocked.Increment(ref _number);
        return random.Next(100) switch
        {
            < 50 => ("question", token => AskAsync($"conversation-{person}-{conversation}", $"person-{person}", number, random, token)),
            < 70 => ("question over a socket", token => TalkAsync(number, random, token)),
            < 78 => ("adding a file", token => AddAsync(number, random, token)),
            < 82 => ("removing a file", RemoveAsync),
            < 92 => ("article page", token => ReadAsync(Newsroom.AnyId(random), token)),
            _ => ("bad input", token => _requests.SendBadInputAsync(number, token)),
        };
    }

    private void Judge(string what, Exception exception, long started)
    {
        var status = (exception as UnexpectedReplyException)?.Status;
        if (ledger.Was(Fault.Kill, started)
            || (status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound && (ledger.Was(Fault.ClockForward, started) || ledger.Was(Fault.ClockBack, started))))
        {
            ledger.Excused.Add();
        }
        else if (status >= HttpStatusCode.InternalServerError && what is "adding a file" or "thumb" && ledger.Was(Fault.FullDisk, started))
        {
            ledger.Refused.Add();
        }
        else
        {
            ledger.Fail($"{what}: {exception.Message}");
        }
    }

    private async Task AskAsync(string conversation, string person, int number, Random random, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        ledger.Asked.Add();
        var id = string.Create(CultureInfo.InvariantCulture, $"message-{number}");
        var status = await PostAsync(Activity("message", id, conversation, person, ("text", Newsroom.Ask(random))), cancellationToken);
        while (status == HttpStatusCode.Accepted && !mailbox.Has(id) && !ledger.Was(Fault.Kill, started))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }

        var replies = mailbox.Collect(id);
        if (replies.FirstOrDefault(r => r["channelData"]?["qna"] is not null) is not { } answer)
        {
            throw new UnexpectedReplyException("no answer came");
        }

        ledger.Answered.Add();
        if (replies.Count > 1)
        {
            // The answer was sent and could not be remembered, and the person was told that something went wrong.
            Judge("thumb", new UnexpectedReplyException("an answer and an apology", HttpStatusCode.InternalServerError), started);
        }
        else if (status == HttpStatusCode.OK)
        {
            var message = (string)answer["id"]!;
            ledger.Answers[message] = conversation;
            if (random.Next(2) == 0)
            {
                await RateAsync(conversation, message, person, random.Next(2) == 0 ? "like" : "dislike", cancellationToken);
            }
        }
    }

    private async Task RateAsync(string conversation, string message, string person, string reaction, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var invoke = Activity("invoke", $"rate-{message}", conversation, person, ("name", "message/submitAction"));
        invoke["replyToId"] = message;
        invoke["value"] = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = "" } };
        try
        {
            await PostAsync(invoke, cancellationToken);
            ledger.Thumbs[(conversation, message, person)] = reaction;
        }
        catch (UnexpectedReplyException exception)
        {
            Judge("thumb", exception, started);
        }
    }

    private async Task TalkAsync(int number, Random random, CancellationToken cancellationToken)
    {
        ledger.Asked.Add();
        Inspect(await _requests.TalkOverDirectLineAsync(Newsroom.Ask(random), number, cancellationToken));
        ledger.Answered.Add();
    }

    private async Task AddAsync(int number, Random random, CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"added-{number}");
        var (file, version) = newsroom.WriteAddition(id, random);
        using var content = new StringContent(file, Encoding.UTF8);
        using var response = await client.PostAsync(new Uri($"uploads?name={id}.jsonl", UriKind.Relative), content, cancellationToken);
        Expect(response.StatusCode, HttpStatusCode.Created);
        ledger.Files[$"{id}.jsonl"] = (id, version);
    }

    private async Task RemoveAsync(CancellationToken cancellationToken)
    {
        // Until the bot has said so, nobody knows whether it is there.
        if (ledger.Files.Keys.FirstOrDefault() is { } name && ledger.Files.TryRemove(name, out _))
        {
            using var response = await client.DeleteAsync(new Uri($"uploads?name={name}", UriKind.Relative), cancellationToken);
            Expect(response.StatusCode, HttpStatusCode.NoContent);
        }
    }

    private async Task ReadAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri($"articles/{id}?format=json", UriKind.Relative), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound && id.StartsWith("changing", StringComparison.Ordinal))
        {
            return;
        }

        Expect(response.StatusCode, HttpStatusCode.OK);
        var version = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["version"]!;
        if (!newsroom.Stood(id, version))
        {
            ledger.Fail($"{id} was shown in a version that never stood there");
        }
    }

    /// <summary>Looks at every quote of an answer.</summary>
    public static void Inspect(JsonNode message, Newsroom newsroom, Ledger ledger)
    {
        foreach (var citation in message["channelData"]?["qna"]?["citations"]?.AsArray() ?? [])
        {
            ledger.Quotes.Add();
            if (newsroom.Check(citation!) is { } problem)
            {
                ledger.Fail("quote: " + problem);
            }
        }
    }

    private void Inspect(JsonNode message) => Inspect(message, newsroom, ledger);

    private JsonObject Activity(string type, string id, string conversation, string person, (string Name, string Value) more) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["channelId"] = "directline",
        ["serviceUrl"] = mailbox.Address,
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["from"] = new JsonObject { ["id"] = person },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        [more.Name] = more.Value,
    };

    private async Task<HttpStatusCode> PostAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("api/messages", UriKind.Relative), content, cancellationToken);
        return response.IsSuccessStatusCode
            ? response.StatusCode
            : throw new UnexpectedReplyException($"status {(int)response.StatusCode}", response.StatusCode);
    }

    private static void Expect(HttpStatusCode status, HttpStatusCode expected)
    {
        if (status != expected)
        {
            throw new UnexpectedReplyException($"status {(int)status} instead of {(int)expected}", status);
        }
    }
}
