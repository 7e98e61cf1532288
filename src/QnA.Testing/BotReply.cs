using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using QnA.Core.Answers;
using QnA.Core.Receipts;

namespace QnA.Testing;

/// <summary>What the bot replied to one message.</summary>
/// <remarks>Immutable, but for the JSON of its activities.</remarks>
public sealed class BotReply
{
    private BotReply(string question, string text, Receipt? receipt, IReadOnlyList<JsonNode> activities)
    {
        Question = question;
        Text = text;
        Receipt = receipt;
        Activities = activities;
    }

    /// <summary>Gets what was said to the bot.</summary>
    public string Question { get; }

    /// <summary>Gets the reply as its channel shows it, most often Markdown.</summary>
    public string Text { get; }

    /// <summary>Gets the answer as data; <see langword="null"/> where the reply is no answer (a command's), or the channel carries no data.</summary>
    public Receipt? Receipt { get; }

    /// <summary>Gets all activities of the reply as JSON, in order; empty where it came from a <c>TestAdapter</c>.</summary>
    public IReadOnlyList<JsonNode> Activities { get; }

    /// <summary>Gets the answer as data.</summary>
    /// <exception cref="TestBotException">The reply is no answer, or its channel carries none.</exception>
    public Receipt Answer => Receipt ?? throw new TestBotException(
        $"The reply to \"{Question}\" has no answer as data: it answers a command, or its channel shows text alone. Ask on the channel {TestMessage.DefaultChannel}. It says:\n{Indent(Text)}");

    /// <summary>Gets how the question ended.</summary>
    /// <exception cref="TestBotException">The reply is no answer.</exception>
    public AnswerStatus Status => Answer.Status;

    /// <summary>Gets the quotes with their sources, in the order of their numbers.</summary>
    /// <exception cref="TestBotException">The reply is no answer.</exception>
    public IReadOnlyList<ReceiptCitation> Citations => Answer.Citations;

    /// <summary>Gets why there is no answer; <see langword="null"/> where there is one.</summary>
    /// <exception cref="TestBotException">The reply is no answer.</exception>
    public ReceiptReason? Why => Answer.Why;

    /// <summary>Makes a reply of an activity that the bot sent in process, as a step of a <c>TestFlow</c> gets it.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="question">What was said to the bot, for messages.</param>
    /// <exception cref="TestBotException">The activity is no message.</exception>
    public static BotReply Of(IActivity activity, string question = "")
    {
        ArgumentNullException.ThrowIfNull(activity);
        var message = activity as Activity;
        if (message?.Type != ActivityTypes.Message)
        {
            throw new TestBotException($"A message was expected, but the bot sent an activity of the type '{activity.Type}'.");
        }

        var data = message.ChannelData is null ? null : JsonSerializer.SerializeToNode(message.ChannelData, message.ChannelData.GetType());
        return new BotReply(question, message.Text ?? "", ReceiptOf(data), []);
    }

    /// <summary>Returns the reply for people who read a test's outcome: status, text, quotes with their sources, and why.</summary>
    public override string ToString()
    {
        if (Receipt is not { } answer)
        {
            return Indent(Text);
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{NameOf(answer.Status)}, confidence {answer.Confidence:0.##}, by {answer.Model}:\n{Indent(answer.Text)}\n");
        foreach (var citation in answer.Citations)
        {
            text.Append(CultureInfo.InvariantCulture, $"  [{citation.Number}] \"{citation.Quote}\" ({citation.Title}, {citation.ArticleId})\n");
        }

        if (answer.Why is { } why)
        {
            text.Append(CultureInfo.InvariantCulture, $"  why: {why.Reason}. {why.Message}\n");
            foreach (var near in why.Nearest)
            {
                text.Append(CultureInfo.InvariantCulture, $"  closest: \"{near.Quote}\" ({near.Title}, {near.ArticleId})\n");
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    internal static BotReply Of(string question, IReadOnlyList<JsonNode> activities)
    {
        var message = activities.LastOrDefault(a => (string?)a["type"] == ActivityTypes.Message)
            ?? throw new TestBotException($"The bot sent no reply to \"{question}\".");
        return new BotReply(question, (string?)message["text"] ?? "", ReceiptOf(message["channelData"]), activities);
    }

    internal static string NameOf(AnswerStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    private static Receipt? ReceiptOf(JsonNode? channelData)
    {
        if (channelData is not JsonObject data || data["qna"] is not JsonObject answer)
        {
            return null;
        }

        return ReceiptReader.Read(answer.ToJsonString()) switch
        {
            ReadReceipt read => read.Receipt,
            var unreadable => throw new TestBotException($"The answer that the reply carries cannot be read: {unreadable}"),
        };
    }

    private static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
