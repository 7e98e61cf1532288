using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QnA.Sources.Files.Markdown;

/// <summary>Reads the YAML between two lines of <c>---</c> at the top of a Markdown file.</summary>
/// <remarks>
/// Reads the parser's events and makes no objects: a tag cannot name a type, an alias is never expanded, and values stay the strings
/// that were written (a date is not turned into another time zone). Keys that mean nothing here are skipped.
/// </remarks>
internal static class FrontMatterParser
{
    /// <summary>Far beyond any real front matter.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary>Beyond any real front matter; the parser's time grows with the square of the depth.</summary>
    private const int MaxDepth = 32;

    private const string Fence = "---";

    private static readonly Dictionary<string, string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = "id",
        ["title"] = "title",
        ["url"] = "url",
        ["published"] = "published",
        ["date"] = "published",
        ["language"] = "language",
        ["lang"] = "language",
        ["author"] = "author",
        ["authors"] = "author",
        ["tags"] = "tags",
    };

    /// <summary>Splits a file into its front matter and its body.</summary>
    /// <param name="source">The file, with <c>\n</c> line ends.</param>
    /// <returns>Empty front matter and the whole file where the first line is not <c>---</c>, or where a blank line follows it: that is a rule across the page.</returns>
    /// <exception cref="ArticleFormatException">The front matter is broken, too long or has a wrong value.</exception>
    public static (FrontMatter Matter, string Body) Split(string source)
    {
        var lines = source.AsSpan();
        var first = TakeLine(ref lines);
        if (first.TrimEnd() is not Fence || lines.IsEmpty || lines[0] is '\n')
        {
            return (new FrontMatter(), source);
        }

        var start = source.Length - lines.Length;
        while (!lines.IsEmpty)
        {
            var lineStart = source.Length - lines.Length;
            if (TakeLine(ref lines).TrimEnd() is Fence or "...")
            {
                return (Parse(source.AsSpan(start, lineStart - start)), lines.ToString());
            }
        }

        throw new ArticleFormatException("The front matter that begins on line 1 has no end. Close it with a line of '---'.", line: 1);
    }

    private static FrontMatter Parse(ReadOnlySpan<char> yaml)
    {
        if (yaml.Length > MaxLength)
        {
            throw new ArticleFormatException(
                string.Create(CultureInfo.InvariantCulture, $"The front matter has {yaml.Length:N0} characters; it may have {MaxLength:N0}."), line: 1);
        }

        var parser = new Parser(new StringReader(yaml.ToString()));
        try
        {
            return Build(ReadFields(parser));
        }
        catch (YamlException e)
        {
            throw new ArticleFormatException($"The front matter is not valid YAML: {e.Message}", LineOf(e.Start), e);
        }
        catch (InvalidOperationException e)
        {
            // What the parser says of a bracket that a line of the form 'name: value' follows before it is closed.
            throw new ArticleFormatException("The front matter is not valid YAML: a bracket is not closed.", LineOf(parser.Current!.Start), e);
        }
    }

    private static Dictionary<string, Value> ReadFields(IParser parser)
    {
        var fields = new Dictionary<string, Value>(StringComparer.Ordinal);
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || IsNothing(parser.Current))
        {
            return fields;
        }

        if (!parser.TryConsume<MappingStart>(out _))
        {
            throw new ArticleFormatException("The front matter must be lines of 'name: value'.", LineOf(parser.Current!.Start));
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Current as Scalar;
            SkipNode(parser);
            if (key is not null && Fields.TryGetValue(key.Value, out var field))
            {
                var value = ReadValue(parser, key);
                if (!fields.TryAdd(field, value))
                {
                    throw new ArticleFormatException($"The front matter has '{fields[field].Name}' and '{key.Value}'; keep one of them.", value.Line);
                }
            }
            else
            {
                SkipNode(parser);
            }
        }

        return fields;
    }

    private static Value ReadValue(IParser parser, Scalar key)
    {
        var line = LineOf(key.Start);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new Value(key.Value, line, IsNothing(scalar) ? [] : [scalar.Value], IsList: false);
        }

        if (!parser.TryConsume<SequenceStart>(out _))
        {
            throw new ArticleFormatException($"The front matter's '{key.Value}' must be a text or a list of texts.", line);
        }

        var items = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(parser.TryConsume<Scalar>(out var item)
                ? item.Value
                : throw new ArticleFormatException($"The list '{key.Value}' in the front matter may hold texts only.", LineOf(parser.Current!.Start)));
        }

        return new Value(key.Value, line, items, IsList: true);
    }

    private static FrontMatter Build(Dictionary<string, Value> fields)
    {
        var id = Single("id");
        var published = Single("published");
        var url = Single("url");
        var language = Single("language");
        return new FrontMatter
        {
            Id = id is null ? null : ArticleFields.Id(id.Name, id.Text, id.Line),
            Title = ArticleFields.OneLine(Single("title")?.Text),
            Published = published is null ? null : ArticleFields.Published(published.Name, published.Text, published.Line),
            Url = url is null ? null : ArticleFields.Url(url.Name, url.Text, url.Line),
            Language = language is null ? null : ArticleFields.Language(language.Name, language.Text, language.Line),
            Author = fields.TryGetValue("author", out var author) ? ArticleFields.OneLine(string.Join(", ", author.Items)) : null,
            Tags = fields.TryGetValue("tags", out var tags) ? ArticleFields.Tags(tags.IsList ? tags.Items : tags.Text.Split(',')) : [],
        };

        Value? Single(string field)
        {
            var value = fields.GetValueOrDefault(field);
            return value is not { IsList: true }
                ? value
                : throw new ArticleFormatException($"The front matter's '{value.Name}' must be one text, not a list.", value.Line);
        }
    }

    private static void SkipNode(IParser parser)
    {
        var depth = 0;
        do
        {
            var node = parser.Consume<ParsingEvent>();
            depth += node.NestingIncrease;
            if (depth > MaxDepth)
            {
                throw new ArticleFormatException("The front matter is nested too deeply. Simplify it.", LineOf(node.Start));
            }
        }
        while (depth > 0);
    }

    // YAML 1.2.2, section 10.3.2: how "nothing" is written.
    private static bool IsNothing(ParsingEvent? node) => node is Scalar { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" };

    /// <summary>Gets the line in the file: the front matter's first line is its second.</summary>
    private static int LineOf(Mark mark) => (int)mark.Line + 1;

    private static ReadOnlySpan<char> TakeLine(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return line;
    }

    /// <summary>A value, and where and under which name it was written.</summary>
    private sealed record Value(string Name, int Line, IReadOnlyList<string> Items, bool IsList)
    {
        public string Text => string.Join(", ", Items);
    }
}
