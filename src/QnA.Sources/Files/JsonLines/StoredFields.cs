using System.Text.Json;
using QnA.Core.Articles;

namespace QnA.Sources.Files.JsonLines;

/// <summary>What an exported line says in its object <c>qna</c>: what only a store knows of an article.</summary>
internal sealed record StoredFields
{
    /// <summary>Gets the name of the source that the article came from; <see langword="null"/> where it is not said.</summary>
    public string? Source { get; private init; }

    /// <summary>Gets where in its source the article is; <see langword="null"/> where it is not said.</summary>
    public string? Location { get; private init; }

    /// <summary>Gets where its pages start; empty where it has none.</summary>
    public IReadOnlyList<int> PageStarts { get; private init; } = [];

    /// <summary>Gets its blocks; empty where they are not known.</summary>
    public IReadOnlyList<Block> Blocks { get; private init; } = [];

    /// <summary>Reads the object; the reader stands at its name, and then at its end.</summary>
    /// <exception cref="ArticleFormatException">It is no object, or a field in it is of another kind.</exception>
    public static StoredFields Read(ref Utf8JsonReader reader)
    {
        var fields = new StoredFields();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Wrong();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("source"u8))
            {
                fields = fields with { Source = ReadString(ref reader) };
            }
            else if (reader.ValueTextEquals("location"u8))
            {
                fields = fields with { Location = ReadString(ref reader) };
            }
            else if (reader.ValueTextEquals("pageStarts"u8))
            {
                fields = fields with { PageStarts = ReadNumbers(ref reader) };
            }
            else if (reader.ValueTextEquals("blocks"u8))
            {
                fields = fields with { Blocks = ReadBlocks(ref reader) };
            }
            else
            {
                reader.Skip();
            }
        }

        return fields;
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : throw Wrong();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape is no character.
            throw Wrong();
        }
    }

    private static List<int> ReadNumbers(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong();
        }

        var numbers = new List<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : throw Wrong());
        }

        return numbers;
    }

    private static List<Block> ReadBlocks(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Wrong();
        }

        var blocks = new List<Block>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            blocks.Add(BlockFields.TryRead(ref reader, out var block) ? block : throw Wrong());
        }

        return blocks;
    }

    private static ArticleFormatException Wrong() => new(
        "The field 'qna' is not as qna export writes it: {\"source\": \"…\", \"location\": \"…\", \"pageStarts\": [0, …], \"blocks\": [[\"heading\", 0, 12, 1], …]}. Export again, or leave the field out.");
}
