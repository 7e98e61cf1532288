using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using QnA.Core.Articles;

namespace QnA.Sources.Files.JsonLines;

/// <summary>Reads one line: <c>{id, text, title?, url?, published?, language?, author?, tags?, qna?}</c>; other fields are skipped.</summary>
/// <remarks>
/// The text is taken exactly as JSON gives it, so offsets in one are offsets in the other. A line with the object <c>qna</c> was
/// exported from a store: its other fields too are taken exactly.
/// </remarks>
internal static class JsonArticleParser
{
    private const string Expected = "Each line must be one JSON object as in {\"id\": \"a1\", \"text\": \"…\"}";

    /// <summary>Reads an article.</summary>
    /// <exception cref="ArticleFormatException">The line is not valid, or a field is missing or wrong.</exception>
    public static Article Parse(ReadOnlySpan<byte> json, FileReadContext file)
    {
        if (!Utf8.IsValid(json))
        {
            throw new ArticleFormatException("The line is not valid UTF-8. Save the file as UTF-8.");
        }

        try
        {
            return Build(ReadFields(json), file);
        }
        catch (JsonException e)
        {
            // The reader's message ends in positions that it counts from 0 within the line.
            var reason = e.Message.Split(" LineNumber:", 2)[0];
            throw new ArticleFormatException(
                string.Create(CultureInfo.InvariantCulture, $"The line is not valid JSON at byte {e.BytePositionInLine + 1}: {reason} {Expected}."),
                innerException: e);
        }
    }

    private static Fields ReadFields(ReadOnlySpan<byte> json)
    {
        var fields = new Fields();
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ArticleFormatException($"The line is {Describe(reader.TokenType)}. {Expected}.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                fields.Id = ReadString(ref reader, "id");
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                fields.Text = ReadString(ref reader, "text");
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                fields.Title = ReadString(ref reader, "title");
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                fields.Url = ReadString(ref reader, "url");
            }
            else if (reader.ValueTextEquals("published"u8))
            {
                fields.Published = ReadString(ref reader, "published");
            }
            else if (reader.ValueTextEquals("language"u8))
            {
                fields.Language = ReadString(ref reader, "language");
            }
            else if (reader.ValueTextEquals("author"u8))
            {
                fields.Author = ReadString(ref reader, "author");
            }
            else if (reader.ValueTextEquals("tags"u8))
            {
                fields.Tags = ReadStrings(ref reader, "tags");
            }
            else if (reader.ValueTextEquals("qna"u8))
            {
                fields.Stored = StoredFields.Read(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        // Nothing may follow the object: a second one on the line would be lost in silence.
        reader.Read();
        return fields;
    }

    private static Article Build(Fields fields, FileReadContext file)
    {
        var id = ArticleFields.Id("id", fields.Id, line: null);
        if (string.IsNullOrWhiteSpace(fields.Text))
        {
            throw new ArticleFormatException($"The field 'text' of the article '{id}' is missing or empty.");
        }

        var published = ArticleFields.Published("published", fields.Published, line: null);
        return fields.Stored is { } stored ? Restore(id, fields, published, stored, file) : new Article(id, fields.Text)
        {
            Title = ArticleFields.OneLine(fields.Title) ?? "",
            Url = ArticleFields.Url("url", fields.Url, line: null),
            Published = published,
            Language = ArticleFields.Language("language", fields.Language, line: null),
            Author = ArticleFields.OneLine(fields.Author),
            Tags = ArticleFields.Tags(fields.Tags),
            Source = file.SourceName,
            Location = file.Path,
        };
    }

    private static Article Restore(string id, Fields fields, PublicationDate? published, StoredFields stored, FileReadContext file)
    {
        // Only a file that a person named is a backup. One that lies in a folder has no say in where other articles belong.
        var isNamed = file.SourceName == file.Path;
        try
        {
            return new Article(id, fields.Text!)
            {
                Title = fields.Title ?? "",
                Url = fields.Url,
                Published = published,
                Language = fields.Language,
                Author = fields.Author,
                Tags = [.. fields.Tags.OfType<string>()],
                PageStarts = stored.PageStarts,
                Blocks = stored.Blocks,
                Source = (isNamed ? stored.Source : null) ?? file.SourceName,
                Location = (isNamed ? stored.Location : null) ?? file.Path,
            };
        }
        catch (ArgumentException e)
        {
            throw new ArticleFormatException($"The field 'qna' does not fit the text. {e.Message}", innerException: e);
        }
    }

    private static string? ReadString(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        return reader.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? GetString(ref reader, field)
            : throw new ArticleFormatException($"The field '{field}' is {Describe(reader.TokenType)}; expected a string in quotes.");
    }

    private static IReadOnlyList<string?> ReadStrings(ref Utf8JsonReader reader, string field)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return [];
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new ArticleFormatException($"The field '{field}' is {Describe(reader.TokenType)}; expected a list of strings as in [\"a\", \"b\"].");
        }

        var values = new List<string?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.TokenType == JsonTokenType.String
                ? GetString(ref reader, field)
                : throw new ArticleFormatException($"The list '{field}' holds {Describe(reader.TokenType)}; expected strings only."));
        }

        return values;
    }

    private static string? GetString(ref Utf8JsonReader reader, string field)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException e)
        {
            // The bytes are valid UTF-8, so what cannot be a string is a lone surrogate escape.
            throw new ArticleFormatException(
                $"The field '{field}' holds half of a surrogate pair (\\uD800 to \\uDFFF), which is no character. Write the whole pair.", innerException: e);
        }
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.Null => "null",
        _ => "a string",
    };

    /// <summary>The fields as they were written.</summary>
    private sealed class Fields
    {
        public string? Id { get; set; }

        public string? Text { get; set; }

        public string? Title { get; set; }

        public string? Url { get; set; }

        public string? Published { get; set; }

        public string? Language { get; set; }

        public string? Author { get; set; }

        public IReadOnlyList<string?> Tags { get; set; } = [];

        public StoredFields? Stored { get; set; }
    }
}
