using System.Text.Json;
using QnA.Core.Articles;
using QnA.Text;

namespace QnA.Sources.Files.JsonLines;

/// <summary>Writes and reads a block as a JSON array: kind, start, length, level, and the index of its lead-in where it has one.</summary>
internal static class BlockFields
{
    /// <summary>Writes a block.</summary>
    public static void Write(Utf8JsonWriter json, Block block)
    {
        json.WriteStartArray();
        json.WriteStringValue(NameOf(block.Kind));
        json.WriteNumberValue(block.Span.Start);
        json.WriteNumberValue(block.Span.Length);
        json.WriteNumberValue(block.Level);
        if (block.LeadIn is { } leadIn)
        {
            json.WriteNumberValue(leadIn);
        }

        json.WriteEndArray();
    }

    /// <summary>Reads a block; the reader stands at its start, and then at its end.</summary>
    /// <returns><see langword="false"/> where it is not as <see cref="Write"/> writes it.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out Block block)
    {
        block = default;
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read() || reader.TokenType != JsonTokenType.String || !TryReadKind(ref reader, out var kind))
        {
            return false;
        }

        Span<int> numbers = stackalloc int[4];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == numbers.Length || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out numbers[count++]))
            {
                return false;
            }
        }

        var (start, length) = (numbers[0], numbers[1]);
        if (count < 3 || start < 0 || length < 0 || start > int.MaxValue - length)
        {
            return false;
        }

        block = new Block(kind, new TextSpan(start, start + length), numbers[2], count == 4 ? numbers[3] : null);
        return true;
    }

    private static bool TryReadKind(ref Utf8JsonReader reader, out BlockKind kind)
    {
        foreach (var known in Enum.GetValues<BlockKind>())
        {
            if (reader.ValueTextEquals(NameOf(known)))
            {
                kind = known;
                return true;
            }
        }

        kind = default;
        return false;
    }

    private static string NameOf(BlockKind kind) => kind switch
    {
        BlockKind.Paragraph => "paragraph",
        BlockKind.Heading => "heading",
        BlockKind.ListItem => "listItem",
        BlockKind.Term => "term",
        BlockKind.Definition => "definition",
        BlockKind.TableHead => "tableHead",
        BlockKind.TableRow => "tableRow",
        BlockKind.Code => "code",
        _ => "navigation",
    };
}
