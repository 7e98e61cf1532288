using System.Buffers;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace QnA.BotFramework.Serialization;

/// <summary>Reads an activity from a body and says what is wrong with one that cannot be read.</summary>
internal static class ActivityReader
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the activity.</summary>
    /// <exception cref="FormatException">The bytes are no activity with a type; the message says why and may go to the sender.</exception>
    public static Activity Read(ReadOnlySequence<byte> body)
    {
        if (body.Length >= ByteOrderMark.Length && body.Slice(0, ByteOrderMark.Length).ToArray().AsSpan().SequenceEqual(ByteOrderMark))
        {
            body = body.Slice(ByteOrderMark.Length);
        }

        if (body.IsEmpty)
        {
            throw new FormatException("The body is empty; it must be an activity.");
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            var activity = JsonSerializer.Deserialize<Activity>(ref reader, SchemaJson.Wire);
            if (reader.Read())
            {
                throw new FormatException("The body has more than one JSON value.");
            }

            return string.IsNullOrWhiteSpace(activity?.Type) ? throw new FormatException("The activity has no type.") : activity;
        }
        catch (JsonException exception)
        {
            throw new FormatException(
                $"The body is not an activity in JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}, at '{exception.Path ?? "$"}'.",
                exception);
        }
    }
}
