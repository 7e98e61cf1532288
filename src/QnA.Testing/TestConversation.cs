using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using QnA.Core.Receipts;
using QnA.Testing.Recording;

namespace QnA.Testing;

/// <summary>One conversation with the bot.</summary>
/// <remarks>For one caller at a time.</remarks>
public sealed class TestConversation
{
    private readonly TestBot _bot;
    private readonly List<BotReply> _replies = [];

    internal TestConversation(TestBot bot, string channel, string person) => (_bot, Channel, Person) = (bot, channel, person);

    /// <summary>Gets the conversation's id.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Gets the channel's id.</summary>
    public string Channel { get; }

    /// <summary>Gets the id of the person who asks.</summary>
    public string Person { get; }

    /// <summary>Gets what was asked and answered so far, in order.</summary>
    public IReadOnlyList<BotReply> Replies => _replies;

    /// <summary>Asks a question or says a command and waits for the reply.</summary>
    /// <param name="text">What is said.</param>
    /// <returns>The reply; the quotes of an answer have been found in the articles letter for letter.</returns>
    /// <exception cref="TestBotException">The bot refused the message or sent no reply, or a quote is not in its article.</exception>
    public Task<BotReply> AskAsync(string text) => AskAsync(new TestMessage(text));

    /// <summary>Sends a message and waits for the reply.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The reply; the quotes of an answer have been found in the articles letter for letter.</returns>
    /// <exception cref="TestBotException">The bot refused the message or sent no reply, or a quote is not in its article.</exception>
    public async Task<BotReply> AskAsync(TestMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var activity = message.ToActivity(Channel, Id, Person, _bot.Connector.ServiceUrl, expectReplies: true);
        using var response = await _bot.PostAsync(activity);
        var body = await response.Content.ReadAsStringAsync(_bot.CancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new TestBotException($"The bot refused the message \"{message.Text}\" with {(int)response.StatusCode}: {body}");
        }

        var activities = JsonNode.Parse(body)?["activities"] as JsonArray ?? [];
        var reply = BotReply.Of(message.Text ?? "", [.. activities.OfType<JsonNode>()]);
        await VerifyAsync(reply);
        _replies.Add(reply);
        return reply;
    }

    /// <summary>Writes the code of a test that asks the same and expects the same.</summary>
    /// <param name="options">What the test is named and how it looks.</param>
    /// <exception cref="TestBotException">Nothing was answered yet.</exception>
    public string ToTest(TestRecorderOptions options) => TestRecorder.Write([.. _replies.Select(r => r.Receipt).OfType<Receipt>()], options);

    private async Task VerifyAsync(BotReply reply)
    {
        if (reply.Receipt is { } receipt)
        {
            var verification = await _bot.Services.GetRequiredService<ReceiptVerifier>().VerifyAsync(receipt, _bot.CancellationToken);
            if (!verification.IsUnchanged)
            {
                var problems = verification.Citations.Where(c => c.Outcome != CitationOutcome.Unchanged).Select(c => $"[{c.Citation.Number}] {c.Message}");
                throw new TestBotException($"The answer to \"{reply.Question}\" does not hold: {string.Join(' ', problems)} {verification.Problem}");
            }
        }
    }
}
