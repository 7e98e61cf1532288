using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace QnA.BotFramework.Hosting;

/// <summary>What the handling of an activity depends on, read from its JSON without the rest.</summary>
internal sealed record ActivityEnvelope(string Type, string? Id, string ChannelId, string ConversationId, string? DeliveryMode)
{
    /// <summary>Gets a value indicating whether the answer goes into the HTTP response, so that the request must wait for it.</summary>
    public bool IsAnsweredInResponse =>
        IsReplyExpected || string.Equals(Type, "invoke", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets a value indicating whether all that the bot says goes into the HTTP response, so that nobody else can take it.</summary>
    public bool IsReplyExpected => string.Equals(DeliveryMode, "expectReplies", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the envelope.</summary>
    /// <exception cref="FormatException">The body is no activity; the message says why and may go to the sender.</exception>
    public static ActivityEnvelope Parse(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8))
        {
            body = body["\uFEFF"u8.Length..];
        }

        if (body.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new FormatException("The body is empty; it must be an activity.");
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            var envelope = Read(ref reader);
            return reader.Read() ? throw new FormatException("The body has more than one JSON value.") : envelope;
        }
        catch (JsonException exception)
        {
            throw new FormatException(
                $"The body is not an activity in JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.", exception);
        }
    }

    private static ActivityEnvelope Read(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new FormatException("The body is not an activity in JSON: it must be an object.");
        }

        string? type = null, id = null, channelId = null, serviceUrl = null, conversationId = null, deliveryMode = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = Text(ref reader, "type");
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                id = Text(ref reader, "id");
            }
            else if (reader.ValueTextEquals("channelId"u8))
            {
                channelId = Text(ref reader, "channelId");
            }
            else if (reader.ValueTextEquals("serviceUrl"u8))
            {
                serviceUrl = Text(ref reader, "serviceUrl");
            }
            else if (reader.ValueTextEquals("deliveryMode"u8))
            {
                deliveryMode = Text(ref reader, "deliveryMode");
            }
            else if (reader.ValueTextEquals("conversation"u8))
            {
                conversationId = ConversationIdOf(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Require(type, "type");
        Require(serviceUrl, "serviceUrl");
        Require(conversationId, "conversation with an id");
        return new ActivityEnvelope(type, id, channelId ?? string.Empty, conversationId, deliveryMode);
    }

    private static void Require([NotNull] string? value, string name)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new FormatException($"The activity has no {name}.");
        }
    }

    private static string? ConversationIdOf(ref Utf8JsonReader reader)
    {
        string? id = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = Text(ref reader, "conversation.id");
            }
            else
            {
                reader.Skip();
            }
        }

        return id;
    }

    private static string? Text(ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw new FormatException($"The activity's {name} must be a string."),
        };
    }
}
